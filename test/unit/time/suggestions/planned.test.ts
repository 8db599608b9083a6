import { expect, it } from "vitest";
import { tokenCredentials } from "../../../../src/api/credentials";
import { createFactorialClient } from "../../../../src/resources/factorial-client";
import { DEMO_ADMIN_TOKEN } from "../../../../src/sandbox/demo-credentials";
import { plannedOn } from "../../../../src/time/suggestions/planned";
import { companies, onProject } from "../desk";

const company = companies();

it("is what is planned for the person on just that weekday, the longest first", async () => {
  const sandbox = company("flexible");
  const client = createFactorialClient({
    baseUrl: sandbox.url,
    credentials: tokenCredentials(DEMO_ADMIN_TOKEN),
    version: "2026-10-01",
  });
  const [api, umbra] = [onProject(sandbox, "ACME", "API"), onProject(sandbox, "Umbra")];
  const plan = (worker: string, minutes: number, week_days: number[], subproject?: string) =>
    client.plannedRecords.bulkCreate({
      project_worker_ids: [worker],
      start_date: "2031-03-03",
      end_date: "2031-03-16",
      daily_minutes: minutes,
      week_days,
      ...(subproject !== undefined && { subproject_id: subproject }),
    });
  await plan(umbra.projectWorkerId, 60, [1, 2, 3, 4, 5]);
  await plan(api.projectWorkerId, 240, [1], api.subprojectId);
  await plan(api.projectWorkerId, 30, [0]);
  const projects = [api, umbra].map(({ projectId, projectWorkerId }) => ({
    projectId,
    projectWorkerId,
    name: "",
    subprojects: [],
  }));
  const on = (day: string) => plannedOn(client, projects, day);
  const onApi = { projectId: api.projectId, subprojectId: api.subprojectId, minutes: 240 };
  const onUmbra = { projectId: umbra.projectId, subprojectId: undefined, minutes: 60 };
  expect(await on("2031-03-03")).toEqual([onApi, onUmbra]); // a Monday
  expect(await on("2031-03-04")).toEqual([onUmbra]);
  expect(await on("2031-03-09")).toEqual([{ ...onApi, subprojectId: undefined, minutes: 30 }]); // a Sunday
  expect(await on("2031-03-08")).toEqual([]);
  expect(await on("2031-03-17")).toEqual([]);
  expect(await plannedOn(client, projects.slice(1), "2031-03-03")).toEqual([onUmbra]);
});
