import { isBefore } from "../../../src/api/versions";
import type { Samples } from "./sample";
import { idsOf, TODAY, YESTERDAY, LAST_MONDAY, only, type World } from "./world";

type Time = Pick<Samples, "timeRecords" | "flexibleTimeRecords" | "flexibleTimeRecordComments">;

export function timeSamples(world: World): Time {
  const { company, employee, idText, part, project, projectTask, shift, since, time, version, worker } =
    world;
  const nora = employee("Nora");
  const [onAcme, onUmbra] = [worker("ACME", "Nora"), worker("Umbra", "Nora")];
  const [api, pipeline] = [part("API"), part("Pipeline")];
  const [commented, silent] = [time("Nora", { commented: true }), time("Nora", { commented: false })];
  const clocked = shift("Nora", YESTERDAY);
  const today = only(
    "time of Nora today",
    company.timeRecords.find(({ employee_id, date }) => employee_id === nora.id && date === TODAY),
  );
  const ofMonth = company.timeRecords.where(
    ({ employee_id, date }) => employee_id === nora.id && date.startsWith("2026-11"),
  );
  const ofWeek = company.timeRecords.where(
    ({ project_worker_id, date }) => project_worker_id === onAcme.id && date >= LAST_MONDAY,
  );
  // Until 2026-10-01 time hangs on a shift.
  const onShift = {
    project_worker_id: onUmbra.id,
    attendance_shift_id: clocked.id,
    subproject_id: pipeline.id,
  };
  const plain = {
    project_worker_id: onUmbra.id,
    subproject_id: pipeline.id,
    date: TODAY,
    imputed_minutes: 45,
  };
  const asClocked = { project_worker_id: onUmbra.id, date: YESTERDAY, imputed_minutes: clocked.minutes };
  const fresh = isBefore(version, "2026-10-01") ? onShift : plain;
  const logged = isBefore(version, "2026-10-01") ? asClocked : plain;
  const attached = () => company.timeRecords.find((row) => row.attendance_shift_id === clocked.id);
  const plainTime = () =>
    company.timeRecords.find(
      ({ project_worker_id, date }) => project_worker_id === onUmbra.id && date === TODAY,
    );
  const timeOnUmbra = isBefore(version, "2026-10-01") ? attached : plainTime;
  return {
    timeRecords: {
      list: {
        input: {
          employee_ids: [nora.id],
          month: 11,
          year: 2026,
          ids: [commented.id, silent.id, today.id, "700001"],
        },
        answer: idsOf(ofMonth.filter((row) => [commented, silent, today].includes(row))),
      },
      get: {
        input: { id: today.id },
        answer: [{ id: today.id, project_worker_id: onAcme.id, date: TODAY, imputed_minutes: 90 }],
      },
      create: {
        input: fresh,
        answer: [logged],
        sees: timeOnUmbra,
        becomes: logged,
      },
      delete: {
        input: { id: today.id },
        answer: [{ id: today.id, imputed_minutes: 90 }],
        sees: () => company.timeRecords.get(today.id),
        becomes: undefined,
      },
      bulkDelete: {
        input: { date: TODAY, project_worker_id: onAcme.id, subproject_id: api.id },
        answer: [{ id: today.id }],
        sees: () => company.timeRecords.get(today.id),
        becomes: undefined,
      },
      bulkProcess: {
        input: { items: [fresh, { time_record_id: today.id }] },
        answer: [logged, { id: today.id }],
        sees: () => [timeOnUmbra(), company.timeRecords.get(today.id)],
        becomes: [logged, undefined],
      },
      updateProjectWorker: {
        before: () => {
          company.timeRecords.insert({
            project_worker_id: onAcme.id,
            employee_id: nora.id,
            project_id: project("ACME").id,
            attendance_shift_id: clocked.id,
            date: YESTERDAY,
            imputed_minutes: clocked.minutes,
            id: "990001",
          });
        },
        input: {
          id: "990001",
          project_worker_id: onAcme.id,
          subproject_id: api.id,
          ...since("2026-10-01", { project_task_id: projectTask("Rate limits on the public API").id }),
        },
        answer: [{ id: "990001", subproject_id: api.id }],
        sees: attached,
        becomes: {
          subproject_id: api.id,
          ...since("2026-10-01", { project_task_id: projectTask("Rate limits on the public API").id }),
        },
      },
      updateObservations: {
        input: { id: silent.id, observations: "Retro" },
        answer: [{ id: silent.id, observations: "Retro" }],
        sees: () => silent.observations,
        becomes: "Retro",
      },
      update: {
        input: { id: today.id, imputed_minutes: 105 },
        answer: [{ id: today.id, imputed_minutes: 105 }],
        sees: () => today.imputed_minutes,
        becomes: 105,
        text: `{"id":${today.id},"imputed_minutes":105}`,
      },
    },
    flexibleTimeRecords: {
      list: {
        input: { project_worker_ids: [onAcme.id], starts_on: LAST_MONDAY, ends_on: TODAY },
        answer: idsOf(ofWeek),
      },
      get: {
        input: { id: today.id },
        answer: [{ id: today.id, project_worker_id: onAcme.id, imputed_minutes: 90 }],
      },
      create: {
        input: plain,
        answer: [{ project_worker_id: onUmbra.id, imputed_minutes: 45, date: TODAY }],
        sees: plainTime,
        becomes: { imputed_minutes: 45, subproject_id: pipeline.id },
        text: `{"project_worker_id":${idText(onUmbra.id)},"date":"${TODAY}","imputed_minutes":45,"subproject_id":${idText(pipeline.id)}}`,
      },
      update: {
        input: { id: today.id, imputed_minutes: 120 },
        answer: [{ id: today.id, imputed_minutes: 120 }],
        sees: () => today.imputed_minutes,
        becomes: 120,
      },
      delete: {
        input: { id: today.id },
        answer: [{ id: today.id, imputed_minutes: 90 }],
        sees: () => company.timeRecords.get(today.id),
        becomes: undefined,
      },
    },
    flexibleTimeRecordComments: {
      list: {
        input: { flexible_time_record_id: commented.id },
        answer: [{ content: commented.observations ?? "", flexible_time_record_id: commented.id }],
      },
      get: {
        input: { id: commented.id },
        answer: [{ id: commented.id, content: commented.observations ?? "" }],
      },
      create: {
        input: { content: "Retro", flexible_time_record_id: silent.id },
        answer: [{ content: "Retro", flexible_time_record_id: silent.id }],
        sees: () => silent.observations,
        becomes: "Retro",
      },
      updateByFlexibleTimeRecord: {
        input: { flexible_time_record_id: commented.id, content: "Deploy, twice" },
        answer: [{ content: "Deploy, twice", flexible_time_record_id: commented.id }],
        sees: () => commented.observations,
        becomes: "Deploy, twice",
      },
      deleteByFlexibleTimeRecord: {
        input: { flexible_time_record_id: commented.id },
        answer: [{ content: commented.observations ?? "", flexible_time_record_id: commented.id }],
        sees: () => company.timeRecords.get(commented.id),
        becomes: { imputed_minutes: commented.imputed_minutes, observations: undefined },
      },
      update: {
        input: { id: commented.id, content: "Deploy, twice" },
        answer: [{ id: commented.id, content: "Deploy, twice" }],
        sees: () => commented.observations,
        becomes: "Deploy, twice",
      },
      delete: {
        input: { id: commented.id },
        answer: [{ id: commented.id }],
        // The comment goes, the time stays.
        sees: () => company.timeRecords.get(commented.id),
        becomes: { imputed_minutes: commented.imputed_minutes, observations: undefined },
      },
    },
  };
}
