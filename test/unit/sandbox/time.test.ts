/** Time on projects: what the rules let pass and what they refuse, in both kinds of company. */

import { describe, expect, it } from "vitest";
import { DEMO_TOKEN } from "../../../src/sandbox/demo-credentials.js";
import { bearer, companyBeforeAll, NORA, TODAY, type Talk } from "./harness.js";

const RECORDS = "project_management/time_records";
/** Nora on ACME, Brisa Platform and Helios Migration. */
const [ACME, PLATFORM] = ["20001", "20005"];
const API = "5001";
const YESTERDAY = "2026-11-17";

async function workerOn(company: Talk, project: string): Promise<string> {
  const projects = await company.get(`project_management/projects?name_or_code=${project}`);
  const id = String(projects.body.data[0]?.id);
  const workers = await company.get(
    `project_management/project_workers?employee_ids[]=${NORA}&project_ids[]=${id}`,
  );
  return String(workers.body.data[0]?.id);
}

describe("a company of plain minutes", () => {
  const nora = companyBeforeAll().as(bearer(DEMO_TOKEN));

  const log = (fields: Record<string, unknown> = {}): ReturnType<Talk["post"]> =>
    nora.post(RECORDS, { project_worker_id: ACME, date: YESTERDAY, imputed_minutes: 30, ...fields });

  it("has half a year of it, until yesterday and into today, on working days only", async () => {
    const days = new Set(nora.sandbox.company.timeRecords.all().map((record) => record.date));
    expect([...days].sort()[0]).toBe("2026-05-20");
    expect([...days].sort().slice(-2)).toEqual([YESTERDAY, TODAY]);
    expect([...days].some((day) => [0, 6].includes(new Date(day).getUTCDay()))).toBe(false);
    const today = await nora.get(`${RECORDS}?project_worker_ids[]=${ACME}&month=11&year=2026`);
    expect(today.body.data.at(-1)).toMatchObject({ date: TODAY, subproject_id: API, imputed_minutes: 90 });
  });

  it("takes minutes with a date, and a comment by a second call", async () => {
    const made = await log({ subproject_id: API, imputed_minutes: 45 });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      employee_id: NORA,
      project_id: "1201",
      subproject_id: API,
      imputed_minutes: 45,
    });
    const id = String(made.body.id);
    const commented = await nora.post(`${RECORDS}/update_observations`, { id, observations: "Fix login" });
    expect(commented.body.observations).toBe("Fix login");
    const cleared = await nora.post(`${RECORDS}/update_observations`, { id, observations: null });
    expect(cleared.body.observations ?? null).toBeNull();
    const deleted = await nora.remove(`${RECORDS}/${id}`);
    expect([deleted.status, deleted.body.id]).toEqual([200, id]);
    expect((await nora.get(`${RECORDS}/${id}`)).status).toBe(404);
  });

  it("shows the same time under its older name, comments included", async () => {
    const old = nora.at("2026-04-01");
    const flexible = "project_management/flexible_time_records";
    const comments = "project_management/flexible_time_record_comments";
    const made = await old.post(flexible, {
      project_worker_id: Number(ACME),
      date: YESTERDAY,
      imputed_minutes: 20,
      subproject_id: Number(API),
    });
    expect(made.status).toBe(201);
    const id = Number(made.body.id);
    expect((await nora.get(`${RECORDS}/${id}`)).body).toMatchObject({ id: String(id), imputed_minutes: 20 });
    const changed = await old.put(`${flexible}/${id}`, { id, imputed_minutes: 25 });
    expect(changed.body).toMatchObject({ id, imputed_minutes: 25 });
    const comment = await old.post(comments, { flexible_time_record_id: id, content: "Deploy" });
    expect([comment.status, comment.body.content]).toEqual([201, "Deploy"]);
    expect((await nora.get(`${RECORDS}/${id}`)).body.observations).toBe("Deploy");
    const byRecord = { flexible_time_record_id: id };
    await old.post(`${comments}/update_by_flexible_time_record`, { ...byRecord, content: "Deployed" });
    expect((await old.get(`${comments}?flexible_time_record_id=${id}`)).body.data).toMatchObject([
      { content: "Deployed", flexible_time_record_id: id },
    ]);
    const gone = await old.post(`${comments}/delete_by_flexible_time_record`, byRecord);
    expect(gone.body.content).toBe("Deployed");
    expect((await old.post(`${comments}/delete_by_flexible_time_record`, byRecord)).status).toBe(404);
    const day = await old.get(
      `${flexible}?project_worker_ids[]=${ACME}&starts_on=${YESTERDAY}&ends_on=${YESTERDAY}`,
    );
    expect(day.body.data.map((record) => record.id)).toContain(id);
    expect((await old.remove(`${flexible}/${id}`)).body.id).toBe(id);
  });

  it("can't take minutes in 2026-07-01, which has no field for them", async () => {
    const answer = await nora.at("2026-07-01").post(RECORDS, { project_worker_id: ACME });
    expect([answer.status, answer.body.errors]).toEqual([422, { attendance_shift_id: ["can't be blank"] }]);
  });

  it("takes none for the future, for a day that is signed off, or beyond a day's minutes", async () => {
    expect((await log({ date: "2026-11-19" })).body.errors).toEqual({ date: ["can't be in the future"] });
    const locked = await log({ date: "2026-09-16" });
    expect([locked.status, locked.body.errors]).toEqual([422, { date: ["16 Sep is approved and closed"] }]);
    expect((await log({ imputed_minutes: 0 })).status).toBe(422);
    expect((await log({ imputed_minutes: 1200 })).body.errors).toHaveProperty("imputed_minutes");
    expect((await log({ date: "2026-02-30" })).body.errors).toEqual({ date: ["is not a valid date"] });
  });

  it("takes none for a project that isn't active, or from a worker who isn't on it any more", async () => {
    for (const project of ["Quantum", "Fjord"]) {
      const answer = await log({ project_worker_id: await workerOn(nora, project) });
      expect([project, answer.status, answer.body.errors]).toEqual([
        project,
        422,
        { project: ["must be active"] },
      ]);
    }
    const left = await log({ project_worker_id: await workerOn(nora, "Northwind") });
    expect(left.body.errors).toEqual({ project_worker: ["is not assigned to the project"] });
  });

  it("takes it for oneself and one's reports, not for others", async () => {
    const [report, other] = ["20003", "20011"];
    const employeeOf = (worker: string): unknown =>
      nora.sandbox.company.projectWorkers.get(worker)?.employee_id;
    expect([employeeOf(report), employeeOf(other)]).toEqual(["305", "308"]);
    expect((await log({ project_worker_id: report })).status).toBe(201);
    expect((await log({ project_worker_id: other })).status).toBe(403);
  });

  it("takes no part of another project", async () => {
    expect((await log({ subproject_id: "5004" })).body.errors).toHaveProperty("subproject");
    expect((await log({ subproject_id: "77" })).body.errors).toEqual({ subproject_id: ["must exist"] });
  });

  it("processes many at once, all or none", async () => {
    const before = nora.sandbox.company.timeRecords.size;
    const kept = String((await log()).body.id);
    const dropped = String((await log()).body.id);
    const answer = await nora.post(`${RECORDS}/bulk_process`, {
      items: [
        { project_worker_id: PLATFORM, date: YESTERDAY, imputed_minutes: 15 },
        { time_record_id: kept, imputed_minutes: 31, subproject_id: API },
        { time_record_id: dropped },
      ],
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject([
      { imputed_minutes: 15 },
      { id: kept, imputed_minutes: 31 },
      { id: dropped },
    ]);
    expect(nora.sandbox.company.timeRecords.size).toBe(before + 2);
    const refused = await nora.post(`${RECORDS}/bulk_process`, {
      items: [{ time_record_id: kept }, { project_worker_id: ACME, date: "2027-01-01", imputed_minutes: 5 }],
    });
    expect(refused.status).toBe(422);
    expect((await nora.get(`${RECORDS}/${kept}`)).body.imputed_minutes).toBe(31);
    const astray = { time_record_id: kept, subproject_id: "77" };
    expect((await nora.post(`${RECORDS}/bulk_process`, { items: [astray] })).status).toBe(422);
  });

  it("deletes a worker's day", async () => {
    await log({ date: "2026-11-16", imputed_minutes: 5 });
    const gone = await nora.post(`${RECORDS}/bulk_delete`, { project_worker_id: ACME, date: "2026-11-16" });
    expect(Array.isArray(gone.body)).toBe(true);
    const left = nora.sandbox.company.timeRecords.where(
      (record) => record.project_worker_id === ACME && record.date === "2026-11-16",
    );
    expect(left).toEqual([]);
  });
});

describe("a company of clocked shifts", () => {
  const nora = companyBeforeAll({ mode: "attendance" }).as(bearer(DEMO_TOKEN));

  const SHIFTS = "attendance/shifts";
  const shift = (fields: Record<string, unknown>): ReturnType<Talk["post"]> =>
    nora.post(SHIFTS, { employee_id: NORA, date: YESTERDAY, ...fields });

  it("hangs every record on a shift, and takes its times from it", async () => {
    const free = nora.sandbox.company.timeRecords.where((record) => record.attendance_shift_id === undefined);
    expect(free).toEqual([]);
    const made = await shift({ clock_in: "19:00", clock_out: "20:30", source: "api", workable: true });
    expect([made.status, made.body.minutes, made.body.clock_in]).toEqual([201, 90, "19:00"]);
    const record = await nora.post(RECORDS, { project_worker_id: ACME, attendance_shift_id: made.body.id });
    expect(record.body).toMatchObject({
      date: YESTERDAY,
      imputed_minutes: 90,
      clock_in: "2000-01-01T19:00:00.000Z",
      clock_out: "2000-01-01T20:30:00.000Z",
    });
    const again = await nora.post(RECORDS, {
      project_worker_id: PLATFORM,
      attendance_shift_id: made.body.id,
    });
    expect(again.body.errors).toEqual({ attendance_shift_id: ["has already been taken"] });
    const moved = await nora.post(`${RECORDS}/update_project_worker`, {
      id: record.body.id,
      project_worker_id: PLATFORM,
    });
    expect(moved.body).toMatchObject({ id: record.body.id, project_id: "1202", imputed_minutes: 90 });
    const id = String(made.body.id);
    const longer = await nora.put(`${SHIFTS}/${id}`, { id, clock_out: `${YESTERDAY}T21:00:00+01:00` });
    expect(longer.body.minutes).toBe(120);
    expect((await nora.get(`${RECORDS}/${String(record.body.id)}`)).body.imputed_minutes).toBe(120);
    await nora.remove(`${SHIFTS}/${id}`);
    expect((await nora.get(`${RECORDS}/${String(record.body.id)}`)).status).toBe(404);
  });

  it("takes no plain minutes, by no name", async () => {
    const plain = await nora.post(RECORDS, { project_worker_id: ACME, date: YESTERDAY, imputed_minutes: 30 });
    expect(plain.body.errors).toEqual({ attendance_shift_id: ["can't be blank"] });
    expect((await nora.at("2026-04-01").get("project_management/flexible_time_records")).status).toBe(403);
  });

  it("lets no shifts overlap, and names the one in the way", async () => {
    await shift({ clock_in: "05:30", clock_out: "06:12" });
    const over = await shift({ clock_in: "06:00", clock_out: "07:00" });
    expect([over.status, over.body.errors]).toEqual([
      422,
      { base: ["Overlaps with the shift from 05:30 to 06:12"] },
    ]);
    expect((await shift({ clock_in: "06:12", clock_out: "06:30" })).status).toBe(201);
    expect((await shift({ clock_in: "08:00", clock_out: "07:00" })).body.errors).toHaveProperty("clock_out");
  });

  it("refuses shifts to come, days that are signed off, and people whom one may not see", async () => {
    const future = await shift({ date: TODAY, clock_in: "10:58", clock_out: "12:00" });
    expect(future.body.errors).toEqual({ clock_out: ["can't be in the future"] });
    expect((await shift({ date: "2026-09-16", clock_in: "05:00", clock_out: "06:00" })).status).toBe(422);
    const other = await shift({ employee_id: "308", clock_in: "05:00", clock_out: "06:00" });
    expect([other.status, other.body.errors]).toEqual([404, ["Employee not found"]]);
    nora.sandbox.lockDay(NORA, YESTERDAY);
    expect((await shift({ clock_in: "22:00", clock_out: "22:30" })).body.errors).toEqual({
      date: ["17 Nov is approved and closed"],
    });
    const reviews = await nora.get(`attendance/reviews?employee_ids[]=${NORA}&start_on=${YESTERDAY}`);
    expect(reviews.body.data).toMatchObject([{ employee_id: NORA, date: YESTERDAY }]);
  });

  it("makes the record with the shift in 2026-10-01", async () => {
    const made = await shift({
      date: "2026-11-16",
      clock_in: "20:00",
      clock_out: "21:00",
      project_worker_id: ACME,
    });
    const records = await nora.get(`${RECORDS}?attendance_shift_ids[]=${String(made.body.id)}`);
    expect(records.body.data).toMatchObject([{ project_worker_id: ACME, imputed_minutes: 60 }]);
    const old = await nora.at("2026-07-01").post(SHIFTS, { date: "2026-11-16", project_worker_id: ACME });
    expect(old.status).toBe(400);
  });

  it("reads times with an offset by the company's clock", async () => {
    const made = await shift({
      date: "2026-11-13",
      clock_in: "2026-11-13T18:30:00Z",
      clock_out: "2026-11-13T20:45:30.000+01:00",
    });
    expect(made.body).toMatchObject({
      clock_in: "19:30",
      clock_out: "20:45",
      clock_in_with_seconds: "2026-11-13T19:30:00+00:00",
    });
  });
});

describe("the time clock", () => {
  const nora = companyBeforeAll({ mode: "attendance" }).as(bearer(DEMO_TOKEN));

  const at = (time: string, day = TODAY): string => {
    const moment = `${day}T${time}:00.000+01:00`;
    nora.sandbox.setNow(moment);
    return moment;
  };
  const clock = (
    action: string,
    now: string,
    fields: Record<string, unknown> = {},
  ): ReturnType<Talk["post"]> => nora.post(`attendance/shifts/${action}`, { now, ...fields });
  const recordOf = async (shift: unknown): Promise<Record<string, unknown> | undefined> =>
    (await nora.get(`${RECORDS}?attendance_shift_ids[]=${String(shift)}`)).body.data[0];

  it("starts a shift with its project, and ends it", async () => {
    const started = await clock("clock_in", at("11:00"), { project_worker_id: ACME, subproject_id: API });
    expect([started.status, started.body.clock_in, started.body.clock_out ?? null]).toEqual([
      200,
      "11:00",
      null,
    ]);
    expect((await clock("clock_in", at("11:05"))).status).toBe(409);
    const open = await nora.get(`attendance/open_shifts?employee_ids[]=${NORA}`);
    expect(open.body.data).toMatchObject([{ clock_in: "2000-01-01T11:00:00.000Z", status: "opened" }]);
    const ended = await clock("clock_out", at("12:15"));
    expect(ended.body).toMatchObject({ id: started.body.id, minutes: 75, clock_out: "12:15" });
    expect(await recordOf(started.body.id)).toMatchObject({ imputed_minutes: 75, subproject_id: API });
    expect((await clock("clock_out", at("12:20"))).status).toBe(422);
  });

  it("splits a shift by a break, and comes back to what was interrupted", async () => {
    await clock("clock_in", at("13:00"), { project_worker_id: ACME, subproject_id: API });
    const pause = await clock("break_start", at("14:00"));
    expect(pause.body).toMatchObject({ workable: false, clock_in: "14:00" });
    const back = await clock("break_end", at("14:30"));
    expect(back.body).toMatchObject({ workable: true, clock_in: "14:30" });
    await clock("clock_out", at("15:00"));
    expect(await recordOf(back.body.id)).toMatchObject({ imputed_minutes: 30, subproject_id: API });
    expect(await recordOf(pause.body.id)).toBeUndefined();
  });

  it("toggles, and knows no project that the employee isn't on", async () => {
    const toggle = (clock_time: string, project_id?: string): ReturnType<Talk["post"]> =>
      nora.post("attendance/shifts/toggle_clock", { employee_id: NORA, clock_time, project_id });
    expect((await toggle(at("16:00"), "1205")).status).toBe(404);
    const started = await toggle(at("16:00"), "1202");
    expect(await recordOf(started.body.id)).toMatchObject({ project_id: "1202" });
    expect((await toggle(at("16:30"))).body).toMatchObject({ id: started.body.id, clock_out: "16:30" });
  });

  it("splits what runs past midnight, and answers the later part alone", async () => {
    const started = await clock("clock_in", at("23:00"), { project_worker_id: ACME });
    const ended = await clock("clock_out", at("01:30", "2026-11-19"));
    expect(ended.body).toMatchObject({
      date: "2026-11-19",
      clock_in: "00:00",
      clock_out: "01:30",
      minutes: 90,
    });
    expect((await nora.get(`attendance/shifts/${String(started.body.id)}`)).body).toMatchObject({
      minutes: 60,
    });
    expect(await recordOf(ended.body.id)).toMatchObject({ imputed_minutes: 90 });
  });

  it("does not run ahead", async () => {
    at("10:00", "2026-11-19");
    expect((await clock("clock_in", "2026-11-19T10:30:00+01:00")).body.errors).toEqual({
      now: ["can't be in the future"],
    });
    expect((await clock("clock_in", "half past ten")).body.errors).toEqual({ now: ["is not a valid time"] });
  });

  it("fills the working days that have nothing", async () => {
    at("10:00", "2026-11-24");
    const body = { employee_ids: [NORA], start_on: "2026-11-20", end_on: "2026-11-30" };
    const filled = await nora.post("attendance/shifts/autofill", body);
    expect(JSON.parse(filled.text)).toMatchObject([
      { date: "2026-11-20", clock_in: "09:00" },
      { date: "2026-11-20", clock_in: "14:30" },
      { date: "2026-11-23" },
      { date: "2026-11-23" },
    ]);
  });
});
