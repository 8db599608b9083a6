import type { Resource } from "../api/resource";
import { plannedRecords } from "../resources/project-management/planned-records";
import { timeRecords } from "../resources/project-management/time-records";
import type { Session } from "../session/session";
import type { Branch, BranchFacts, RecordRef } from "./branch";
import { projectPlanBranch } from "./project-plan";
import { projectTimeBranch } from "./project-time";

export interface SpecialFacts extends Pick<BranchFacts, "id" | "context" | "above"> {
  readonly parent: RecordRef;
}

/** Branches that a place cannot declare, since they take more than one list. */
export interface SpecialPlace {
  readonly parent: string;
  /** Whose records it holds; it stands where this resource stands in the catalogue. */
  readonly resource: Resource;
  readonly branch: (session: Session, facts: SpecialFacts) => Branch;
}

export const SPECIAL_PLACES: readonly SpecialPlace[] = [
  { parent: "projects", resource: timeRecords, branch: projectTimeBranch },
  { parent: "projects", resource: plannedRecords, branch: projectPlanBranch },
];
