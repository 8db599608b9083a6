import { credentials } from "./api-public/credentials";
import { attendanceReviews } from "./attendance/attendance-reviews";
import { estimatedTimes } from "./attendance/estimated-times";
import { openShifts } from "./attendance/open-shifts";
import { shifts } from "./attendance/shifts";
import { workedTimes } from "./attendance/worked-times";
import { legalEntities } from "./companies/legal-entities";
import { customResourceSchemas } from "./custom-resources/custom-resource-schemas";
import { customResourceValues } from "./custom-resources/custom-resource-values";
import { customResources } from "./custom-resources/custom-resources";
import { employees } from "./employees/employees";
import { syncRunOutputs } from "./integrations/sync-run-outputs";
import { syncRuns } from "./integrations/sync-runs";
import { syncableItems } from "./integrations/syncable-items";
import { syncableStates } from "./integrations/syncable-states";
import { syncableSyncRuns } from "./integrations/syncable-sync-runs";
import { assetCategories } from "./it-management/asset-categories";
import { itAssetModels } from "./it-management/it-asset-models";
import { itAssets } from "./it-management/it-assets";
import { locations } from "./locations/locations";
import { agreements } from "./performance/agreements";
import { companyEmployeeScoreScales } from "./performance/company-employee-score-scales";
import { employeeScoreScales } from "./performance/employee-score-scales";
import { reviewEvaluationAnswers } from "./performance/review-evaluation-answers";
import { reviewEvaluationScores } from "./performance/review-evaluation-scores";
import { reviewEvaluations } from "./performance/review-evaluations";
import { reviewOwners } from "./performance/review-owners";
import { reviewProcessCustomTemplates } from "./performance/review-process-custom-templates";
import { reviewProcessEstimatedTargets } from "./performance/review-process-estimated-targets";
import { reviewProcessTargets } from "./performance/review-process-targets";
import { reviewProcesses } from "./performance/review-processes";
import { reviewQuestionnaireByStrategies } from "./performance/review-questionnaire-by-strategies";
import { reviewVisibilitySettings } from "./performance/review-visibility-settings";
import { targetManagers } from "./performance/target-managers";
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
import { teams } from "./teams/teams";
import { leaves } from "./timeoff/leaves";

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
  estimatedTimes,
  workedTimes,
  leaves,
  tasks,
  locations,
  legalEntities,
  teams,
  itAssets,
  itAssetModels,
  assetCategories,
  customResources,
  customResourceSchemas,
  customResourceValues,
  syncRuns,
  syncRunOutputs,
  syncableStates,
  syncableSyncRuns,
  syncableItems,
  reviewProcesses,
  reviewProcessTargets,
  reviewProcessEstimatedTargets,
  reviewProcessCustomTemplates,
  reviewOwners,
  reviewVisibilitySettings,
  reviewQuestionnaireByStrategies,
  reviewEvaluations,
  reviewEvaluationAnswers,
  reviewEvaluationScores,
  agreements,
  employeeScoreScales,
  companyEmployeeScoreScales,
  targetManagers,
};
