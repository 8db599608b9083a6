import type { ApiVersion } from "../../src/api/versions";
import type { Sandbox } from "../../src/sandbox/index";
import { assetSamples } from "./samples/assets";
import { attendanceSamples } from "./samples/attendance";
import { companySamples } from "./samples/company";
import { integrationSamples } from "./samples/integrations";
import { projectSamples } from "./samples/projects";
import { reviewPeopleSamples } from "./samples/review-people";
import { reviewProcessSamples } from "./samples/review-processes";
import type { Sample, Samples } from "./samples/sample";
import { staffingSamples } from "./samples/staffing";
import { timeSamples } from "./samples/time";
import { worldOf } from "./samples/world";

/** A sample call of every operation, for the company as it is now: they name its records, and some differ by version. */
export function samplesFor(sandbox: Sandbox, version: ApiVersion): Samples {
  const world = worldOf(sandbox, version);
  return {
    ...projectSamples(world),
    ...staffingSamples(world),
    ...timeSamples(world),
    ...attendanceSamples(world),
    ...companySamples(world),
    ...assetSamples(world),
    ...integrationSamples(world),
    ...reviewProcessSamples(world),
    ...reviewPeopleSamples(world),
  };
}

/** All samples by name, `projects.close`. */
export function samplesByName(samples: Samples): ReadonlyMap<string, Sample> {
  return new Map(
    Object.entries(samples).flatMap(([resource, ofResource]) =>
      Object.entries<Sample>(ofResource).map(([operation, sample]) => [`${resource}.${operation}`, sample]),
    ),
  );
}
