import { credentials } from "./api-public/credentials";
import { attendanceReviews } from "./attendance/attendance-reviews";
import { openShifts } from "./attendance/open-shifts";
import { shifts } from "./attendance/shifts";
import { employees } from "./employees/employees";
import { locations } from "./locations/locations";
import { budgetStrategies } from "./project-management/budget-strategies";
import { expenseRecords } from "./project-management/expense-records";
import { exportableExpenses } from "./project-management/exportable-expenses";
import { exportableProjects } from "./project-management/exportable-projects";
import { flexibleTimeRecordComments } from "./project-management/flexible-time-record-comments";
import { flexibleTimeRecords } from "./project-management/flexible-time-records";
import { imputableProjects } from "./project-management/imputable-projects";
import { plannedRecords } from "./project-management/planned-records";
import { projectTasks } from "./project-management/project-tasks";
import { projectWorkers } from "./project-management/project-workers";
import { projects } from "./project-management/projects";
import { rates } from "./project-management/rates";
import { subprojects } from "./project-management/subprojects";
import { timeRecords } from "./project-management/time-records";
import { tasks } from "./tasks/tasks";

/** Every resource that the client speaks, by the name it has there. */
export const catalogue = {
  projects,
  subprojects,
  projectWorkers,
  projectTasks,
  timeRecords,
  flexibleTimeRecords,
  flexibleTimeRecordComments,
  plannedRecords,
  expenseRecords,
  exportableExpenses,
  exportableProjects,
  budgetStrategies,
  imputableProjects,
  rates,
  credentials,
  employees,
  shifts,
  openShifts,
  attendanceReviews,
  tasks,
  locations,
};
