/** Founds the demo company: the same seed and the same day give the same company. */

import { addDays } from "../clock.js";
import { Company, type Mode } from "./company.js";
import { HISTORY, type Ground } from "./ground.js";
import { Random } from "./random.js";
import { foundAssets } from "./seed/assets.js";
import { foundIntegrations } from "./seed/integrations.js";
import { foundPeople } from "./seed/people.js";
import { foundProjects } from "./seed/projects.js";
import { foundReviews } from "./seed/reviews.js";
import { foundDaysOff } from "./seed/days-off.js";
import { enlarge } from "./seed/scale.js";
import { foundTime } from "./seed/time.js";

export interface Founding {
  readonly seed: number;
  /** How many projects to add, with people, workers and time in proportion. */
  readonly scale: number;
  readonly mode: Mode;
  readonly now: () => Date;
}

export function foundCompany({ seed, scale, mode, now }: Founding): Company {
  const company = new Company(mode, now);
  const { today } = company;
  const daysAgo = (count: number): string => addDays(today, -count);
  const ground: Ground = { company, random: new Random(seed), today, daysAgo };
  company.asOf(`${daysAgo(HISTORY + 30)}T08:00:00.000Z`, () => {
    foundPeople(ground);
    foundProjects(ground);
    foundAssets(ground);
    foundIntegrations(ground);
    foundReviews(ground);
    foundTime(ground);
    foundDaysOff(ground);
    if (scale > 0) enlarge(ground, scale);
  });
  return company;
}
