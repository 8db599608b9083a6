import type { ApiVersion } from "../../../src/api/versions";
import type { Sandbox } from "../../../src/sandbox/index";
import { worldOf } from "../../contract/samples/world";
import { assetForms, companyForms } from "./samples/company";
import type { FormSamples, Wire } from "./samples/form-sample";
import { projectForms, taskForms } from "./samples/projects";
import { reviewForms } from "./samples/reviews";
import { planForms, timeForms } from "./samples/time";

/** Every form for the company as it is now, as a version has it. */
export function formSamples(sandbox: Sandbox, version: ApiVersion): FormSamples {
  const world = worldOf(sandbox, version);
  const wire: Wire = {
    body: () => sandbox.requests.findLast(({ method }) => method !== "GET")?.body,
    id: (id) => (version === "2026-04-01" ? Number(id) : id),
  };
  return {
    ...projectForms(world, wire),
    ...taskForms(world, wire),
    ...timeForms(world),
    ...planForms(world),
    ...assetForms(world),
    ...companyForms(world),
    ...reviewForms(world),
  };
}
