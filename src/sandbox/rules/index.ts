/** All resources by path. */

import type { Resources } from "../resource.js";
import { attendanceResources } from "./attendance.js";
import { customResources } from "./custom-resources.js";
import { expenseResources } from "./expenses.js";
import { integrationResources } from "./integrations.js";
import { itResources } from "./it-management.js";
import { peopleResources } from "./people.js";
import { projectResources } from "./projects.js";
import { performanceResources } from "./reviews.js";
import { staffingResources } from "./staffing.js";
import { taskResources } from "./tasks.js";
import { timeResources } from "./time-records.js";
import { workCalendarResources } from "./work-calendar.js";

export const resources: Resources = {
  ...projectResources,
  ...staffingResources,
  ...timeResources,
  ...taskResources,
  ...expenseResources,
  ...attendanceResources,
  ...workCalendarResources,
  ...peopleResources,
  ...itResources,
  ...customResources,
  ...integrationResources,
  ...performanceResources,
};
