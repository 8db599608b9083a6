/**
 * Operations that general commands run by way of their own code, as `resource.operation` in the catalogue. A test
 * compares them with the calls in that code.
 */
export const USED_BY: Readonly<Record<string, readonly string[]>> = {
  logTime: [
    "projectWorkers.list",
    "projects.list",
    "subprojects.list",
    "employees.list",
    "locations.list",
    "attendanceReviews.list",
    "shifts.list",
    "shifts.create",
    "shifts.update",
    "timeRecords.list",
    "timeRecords.create",
    "timeRecords.updateObservations",
    "flexibleTimeRecords.list",
    "flexibleTimeRecords.create",
    "flexibleTimeRecordComments.list",
    "flexibleTimeRecordComments.create",
  ],
  undoLastLog: [
    "shifts.delete",
    "timeRecords.delete",
    "flexibleTimeRecords.delete",
    "flexibleTimeRecordComments.deleteByFlexibleTimeRecord",
  ],
  signIn: ["credentials.list", "employees.list"],
};
