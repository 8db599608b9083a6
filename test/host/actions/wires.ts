// What each action is to send, written by hand from Factorial's description: not from the declarations it checks.
import type { Samples } from "./sample";
import { companySamples } from "./wires-of-company";
import { projectSamples } from "./wires-of-projects";
import { reviewSamples } from "./wires-of-reviews";
import { timeSamples } from "./wires-of-time";

export const SAMPLES: Samples = { ...projectSamples, ...timeSamples, ...companySamples, ...reviewSamples };
