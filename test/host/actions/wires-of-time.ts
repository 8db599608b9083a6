import { byId, day, each, gone, P, together, type Sample, type Samples } from "./sample";

const [YEAR = "", MONTH = ""] = day().split("-");

/** What Nora may log time on. */
const MY_PROJECTS = "employee_ids[]=302&assigned=true";

/** Nora's time on ACME in the month that is not signed off yet. */
const NEW_TIME = `project_worker_ids[]=20001&month=${Number(MONTH)}&year=${YEAR}`;

/** Something to be there also on the first day of a month. */
const timeOfToday = () => ({
  wire: `POST ${P}/time_records`,
  body: { project_worker_id: "20001", imputed_minutes: 17, date: day() },
});

const NEW_FLEXIBLE_TIME = `project_worker_ids[]=20001&starts_on=${YEAR}-${MONTH}-01&ends_on=${day()}`;

/** Flexible time records are of 2026-04-01, which takes ids as integers. */
function comment(verb: string, content?: string, more: Partial<Sample> = {}): Sample {
  const input = content === undefined ? {} : { content };
  return {
    first: [timeOfToday],
    rowsFrom: NEW_FLEXIBLE_TIME,
    ...more,
    input,
    sends: (rows) =>
      rows.map(({ id }) => ({
        wire: `POST ${P}/flexible_time_record_comments${verb}`,
        body: { flexible_time_record_id: Number(id), ...input },
      })),
  };
}

export const timeSamples: Samples = {
  "timeRecords.create": each(
    `POST ${P}/time_records`,
    ({ id }) => ({ project_worker_id: id }),
    { date: day(), imputed_minutes: 25 },
    { rowsFrom: MY_PROJECTS },
  ),
  "timeRecords.updateProjectWorker": each(
    `POST ${P}/time_records/update_project_worker`,
    byId,
    { project_worker_id: "20001" },
    {
      first: [
        async (newest) => ({
          wire: `POST ${P}/time_records`,
          body: {
            project_worker_id: "20010",
            attendance_shift_id: (await newest("attendance/shifts?employee_ids[]=302")).id,
          },
        }),
      ],
      rowsFrom: "project_worker_ids[]=20010",
    },
  ),
  "timeRecords.updateObservations": each(
    `POST ${P}/time_records/update_observations`,
    byId,
    { observations: "Reviewed" },
    { first: [timeOfToday], rowsFrom: NEW_TIME },
  ),
  "timeRecords.delete": gone(`${P}/time_records`, { first: [timeOfToday], rowsFrom: NEW_TIME }),
  "timeRecords.bulkDelete": each(
    `POST ${P}/time_records/bulk_delete`,
    ({ id }) => ({ project_worker_id: id }),
    { date: day() },
    { rowsFrom: MY_PROJECTS },
  ),
  "flexibleTimeRecords.create": {
    rowsFrom: MY_PROJECTS,
    input: { date: day(), imputed_minutes: 25 },
    sends: (rows) =>
      rows.map(({ id }) => ({
        wire: `POST ${P}/flexible_time_records`,
        body: { project_worker_id: Number(id), date: day(), imputed_minutes: 25 },
      })),
  },
  "flexibleTimeRecords.update": {
    input: { imputed_minutes: 45 },
    first: [timeOfToday],
    rowsFrom: NEW_FLEXIBLE_TIME,
    sends: (rows) =>
      rows.map(({ id }) => ({
        wire: `PUT ${P}/flexible_time_records/${id}`,
        body: { id: Number(id), imputed_minutes: 45 },
      })),
  },
  "flexibleTimeRecords.delete": gone(`${P}/flexible_time_records`, {
    first: [timeOfToday],
    rowsFrom: NEW_FLEXIBLE_TIME,
  }),
  "flexibleTimeRecordComments.create": comment("", "Thanks", {
    first: [timeOfToday],
    fits: ({ imputed_minutes }) => imputed_minutes === 17,
  }),
  "flexibleTimeRecordComments.updateByFlexibleTimeRecord": {
    first: [
      timeOfToday,
      async (newest) => ({
        wire: `POST ${P}/time_records/update_observations`,
        body: { id: (await newest(`${P}/time_records?${NEW_TIME}`)).id, observations: "To be edited" },
      }),
    ],
    fits: (row) => row.content === "To be edited",
    input: { content: "Thanks" },
    sends: (rows) =>
      rows.map((row) => ({
        wire: `POST ${P}/flexible_time_record_comments/update_by_flexible_time_record`,
        body: { flexible_time_record_id: Number(row.flexible_time_record_id), content: "Thanks" },
      })),
  },
  "flexibleTimeRecordComments.deleteByFlexibleTimeRecord": comment("/delete_by_flexible_time_record"),
  "plannedRecords.bulkCreate": together(`POST ${P}/planned_records/bulk_create`, "project_worker_ids", {
    start_date: "2030-01-07",
    end_date: "2030-01-11",
    daily_minutes: 90,
    week_days: [1, 2, 3],
  }),
  "plannedRecords.update": each(`PUT ${P}/planned_records/{id}`, byId, {
    start_date: "2030-01-07",
    end_date: "2030-01-11",
    daily_minutes: 60,
    week_days: [1, 2, 3],
  }),
  "plannedRecords.delete": gone(`${P}/planned_records`),
  "budgetStrategies.create": each(
    `POST ${P}/budget_strategies`,
    ({ id }) => ({ project_id: id }),
    {
      budget_strategy_type: "total_budget",
      planned_cents: 500000,
      planned_minutes: 6000,
    },
    { fits: ({ id }) => id === "1202" || id === "1206" },
  ),
  "budgetStrategies.update": each(`PUT ${P}/budget_strategies/{id}`, byId, { planned_cents: 750000 }),
  "budgetStrategies.delete": gone(`${P}/budget_strategies`),
};
