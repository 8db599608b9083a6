// The week sheet as a person works it: from the keyboard, in last week, of which every day is over.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { eventually } from "./eventually.js";
import { inWorkbench } from "./in-workbench.js";
import type { Workbench } from "./workbench.js";

const NORA = "302";
const SATURDAY = 5;
const SUNDAY = 6;

/** What the sandbox holds of Nora's day in the week that is shown: its own tables, not what the client was told. */
async function held({ company, week }: Workbench, column: number) {
  const day = await dayOf(week.body, column);
  return company.company.timeRecords.where((record) => record.employee_id === NORA && record.date === day);
}

/** The sheet tells its days in words; the column's cell ids are behind them. */
async function dayOf(body: Workbench["week"]["body"], column: number): Promise<string> {
  const day = await body.locator("thead th.day").nth(column).getAttribute("data-day");
  assert.ok(day, "the column has no day");
  return day;
}

async function openLastWeek(workbench: Workbench): Promise<void> {
  await workbench.openContainer("Factorial");
  await workbench.tree("Projects").waitForRow("ACME");
  await workbench.runCommand("Factorial: Open Week Sheet");
  await workbench.week.waitFor();
  await workbench.week.go(/Previous/);
}

inWorkbench("the week sheet", { viewport: { width: 1400, height: 900 } }, (test) => {
  test("cells typed from the keyboard: shown as read, saved after the diff, held by the server", async (workbench) => {
    const { week, page, dialog } = workbench;
    await openLastWeek(workbench);
    await week.type("ACME / API", SATURDAY, "1h30 #fix login", "Tab");
    await page.keyboard.type("90m");
    await page.keyboard.press("Enter");
    await week.waitForCell("ACME / API", SATURDAY, "1h30");
    await week.waitForCell("ACME / API", SUNDAY, "1h30");

    await page.keyboard.press("ControlOrMeta+Enter");
    await dialog.waitForOpen();
    assert.match(await dialog.message(), /2 new, \+3h/);
    assert.match(await dialog.detail(), /ACME \/ API: – → 1h30/);
    await dialog.click("Save");
    await eventually(async () => {
      assert.match((await week.notice.textContent()) ?? "", /2 saved/);
    });
    const [saturday, ...others] = await held(workbench, SATURDAY);
    assert.deepEqual(others, []);
    assert.equal(saturday?.imputed_minutes, 90);
    assert.equal(saturday.observations, "fix login");
    assert.equal((await held(workbench, SUNDAY)).length, 1);
    assert.equal(await week.body.locator(".edited").count(), 0);
  });

  test("a cell that changed on the server meanwhile is a conflict of that cell alone", async (workbench) => {
    const { week, company, page, dialog } = workbench;
    await week.type("ACME / API", SATURDAY, "2h");
    await week.type("ACME / API", SUNDAY, "3h");
    const [record] = await held(workbench, SATURDAY);
    assert.ok(record);
    company.company.timeRecords.patch(record, { imputed_minutes: 45 });

    await page.keyboard.press("ControlOrMeta+s");
    await dialog.waitForOpen();
    assert.match(await dialog.message(), /2 changed/);
    await dialog.click("Save");
    await eventually(async () => {
      assert.match((await week.notice.textContent()) ?? "", /1 saved, 1 changed meanwhile/);
    });
    assert.equal((await held(workbench, SATURDAY))[0]?.imputed_minutes, 45);
    assert.equal((await held(workbench, SUNDAY))[0]?.imputed_minutes, 180);
    await week.cell("ACME / API", SATURDAY).click();
    await eventually(async () => {
      assert.match((await week.detail.textContent()) ?? "", /Factorial holds 45m here/);
    });
    await page.keyboard.press("Escape");
    await week.waitForCell("ACME / API", SATURDAY, "45m");
  });

  test("what is typed, even into an open cell, is there after a reload", async (workbench) => {
    const { week, page } = workbench;
    await week.type("ACME / API", SATURDAY, "lunch");
    await week.cell("ACME / API", SUNDAY).click();
    await page.keyboard.type("4h #half a com");
    await eventually(async () => {
      assert.match((await workbench.editorTabs()).join(), /●/);
    });
    await workbench.load();
    await week.waitFor();
    await week.waitForCell("ACME / API", SATURDAY, "lunch");
    await week.waitForCell("ACME / API", SUNDAY, "4h");
    await week.cell("ACME / API", SATURDAY).click();
    await eventually(async () => {
      assert.match((await week.detail.textContent()) ?? "", /"lunch" is not a duration/);
    });
    await week.button("Discard").click();
    await week.waitForCell("ACME / API", SATURDAY, "45m");
  });

  test("days to come say why they take nothing", async (workbench) => {
    const { week, page } = workbench;
    await week.go("This Week");
    await week.go(/Next/);
    await week.button("Copy Last Week's Rows").click();
    await eventually(async () => {
      assert.ok((await week.rows()).length > 0);
    });
    const [row = ""] = await week.rows();
    await week.cell(row, 0).click();
    await page.keyboard.type("1h");
    assert.equal(await week.cell(row, 0).textContent(), "");
    await eventually(async () => {
      assert.match((await week.detail.textContent()) ?? "", /still to come/);
    });
  });

  test("bank holidays and days of leave say so, and a whole day of leave takes nothing", async (workbench) => {
    const { week, page, company } = workbench;
    await week.go("This Week");
    for (let weeks = 0; weeks < 3; weeks++) await week.go(/Previous/);
    const { leaves, bankHolidays } = company.company;
    const daysAfter = (day: string, count: number) =>
      new Date(Date.parse(`${day}T12:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
    const monday = daysAfter(await dayOf(week.body, 0), -7);
    const own = { employee_id: NORA, leave_type_id: "36", leave_type_name: "Annual leave" };
    const kind = { approved: true, is_workable: false, is_payable: true };
    const [half, whole] = [daysAfter(monday, 1), daysAfter(monday, SATURDAY)];
    bankHolidays.insert({ date: monday });
    leaves.insert({ ...own, ...kind, start_on: half, finish_on: half, half_day: "end_of_day" });
    leaves.insert({ ...own, ...kind, start_on: whole, finish_on: whole });
    await week.go(/Previous/);
    const heads = await week.body.locator("thead th.day .off").allTextContents();
    assert.deepEqual(heads, ["bank holiday", "Annual leave, half the day", "Annual leave"]);
    const totals = await week.body.locator("tfoot td.total").allTextContents();
    assert.doesNotMatch(totals[0] ?? "", /\//);
    assert.match(totals[1] ?? "", /\/ 4h$/);
    const [row = ""] = await week.rows();
    await week.cell(row, SATURDAY).click();
    await page.keyboard.type("1h");
    assert.equal(await week.cell(row, SATURDAY).textContent(), "");
    await eventually(async () => {
      assert.match((await week.detail.textContent()) ?? "", /You are on leave on this day: Annual leave\./);
    });
    await workbench.screenshot("week-days-off");
  });

  test("the month is a picture, with its numbers as a table", async (workbench) => {
    const { week } = workbench;
    await week.go("This Week");
    await week.button("Month").click();
    await week.body.locator("svg.chart").first().waitFor();
    const table = week.body.locator("table.for-readers").first();
    assert.match((await table.textContent()) ?? "", /ACME/);
  });

  test("last week's rows come at the first press, its hours at the second; undone as one step", async (workbench) => {
    const { week, page, company } = workbench;
    await week.go(/Previous/);
    await week.go(/Previous/);
    const rows = await week.rows();
    const filled = await week.body.locator("td.cell:not(:empty)").count();
    await week.go(/Next/);
    for (const column of [0, 1, 2, 3, 4, 5, 6])
      for (const record of await held(workbench, column)) company.company.timeRecords.remove(record);
    await week.button("Read Again").click();
    await eventually(async () => {
      assert.deepEqual(await week.rows(), []);
    });
    const edited = week.body.locator("td.edited");
    await week.button("Copy Last Week's Rows").click();
    await eventually(async () => {
      assert.deepEqual(await week.rows(), rows);
    });
    assert.equal(await edited.count(), 0, "rows only");
    await week.button("Copy Last Week's Rows").click();
    await eventually(async () => {
      assert.equal(await edited.count(), filled);
    });
    const [row = ""] = rows;
    await week.cell(row, 0).click();
    await page.keyboard.press("ControlOrMeta+z");
    await eventually(async () => {
      assert.equal(await edited.count(), 0);
    });
  });

  test("a task has a row of its own", async (workbench) => {
    const { week, page, dialog, quickInput, company } = workbench;
    await week.button("Add Row…").click();
    await quickInput.waitForOpen();
    await quickInput.type("voucher");
    await quickInput.pick("ACME / Web · Checkout forgets the voucher");
    await week.type("ACME / Web · Checkout forgets the voucher", SATURDAY, "45m");
    await page.keyboard.press("ControlOrMeta+s");
    await dialog.waitForOpen();
    await dialog.click("Save");
    await eventually(async () => {
      assert.match((await week.notice.textContent()) ?? "", /1 saved/);
    });
    const [saved] = await held(workbench, SATURDAY);
    const task = company.company.projectTasks.get(saved?.project_task_id ?? "");
    assert.equal(company.company.tasks.get(task?.task_id ?? "")?.name, "Checkout forgets the voucher");
    await week.type("ACME / Web · Checkout forgets the voucher", SATURDAY, "1h");
    await page.keyboard.press("ControlOrMeta+s");
    await dialog.click("Save");
    await eventually(async () => {
      assert.deepEqual(
        (await held(workbench, SATURDAY)).map((record) => [record.imputed_minutes, record.project_task_id]),
        [[60, saved?.project_task_id]],
      );
    });
    await week.button("Add Row…").click();
    await quickInput.waitForOpen();
    await workbench.screenshot("week-task");
    await quickInput.dismiss();
  });

  test("a month goes into a CSV file", async (workbench) => {
    const { quickInput, notifications, folder } = workbench;
    await workbench.runCommand("Factorial: Export Month as CSV…");
    await quickInput.waitForOpen();
    await eventually(async () => {
      assert.match(await quickInput.value(), /factorial-\d{4}-\d\d\.csv$/);
    });
    await quickInput.accept();
    await notifications.waitFor(/entries of \d{4}-\d\d are in/);
    const [file] = fs.readdirSync(folder).filter((name) => name.endsWith(".csv"));
    assert.ok(file);
    const [head, first = ""] = fs.readFileSync(path.join(folder, file), "utf8").split("\r\n");
    assert.equal(head, "\uFEFFDay,Person,Project,Subproject,Task,Hours,Minutes,From,To,Comment");
    assert.match(first, /^\d{4}-\d\d-\d\d,Nora Vidal,/);
  });
});

inWorkbench(
  "what fills the week sheet",
  { branch: "feat/ACM-42-login", viewport: { width: 1400, height: 900 } },
  (test) => {
    test("the plan, into free cells of days that are over", async (workbench) => {
      const { week, company } = workbench;
      await openLastWeek(workbench);
      const { company: held } = company;
      const project = held.projects.find(({ name }) => name === "Umbra");
      const worker = held.projectWorkers.find(
        ({ project_id, employee_id }) => project_id === project?.id && employee_id === NORA,
      );
      assert.ok(worker);
      const [saturday, sunday] = [await dayOf(week.body, SATURDAY), await dayOf(week.body, SUNDAY)];
      held.plannedRecords.insert({
        project_worker_id: worker.id,
        start_date: saturday,
        end_date: sunday,
        daily_minutes: 105,
        week_days: [6, 0],
      });
      await week.button("Fill from Plan").click();
      await week.waitForCell("Umbra", SATURDAY, "1h45");
      await week.waitForCell("Umbra", SUNDAY, "1h45");
      assert.match((await week.notice.textContent()) ?? "", /filled, and are not saved yet/);
      await week.button("Discard").click();
      await week.waitForCell("Umbra", SATURDAY, "");
    });

    test("commits of this person, each accepted by hand into the row that it is for", async (workbench) => {
      const { week, folder } = workbench;
      const saturday = await dayOf(week.body, SATURDAY);
      const git = (args: readonly string[], date = "") => {
        const when = date === "" ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
        execFileSync("git", args, { cwd: folder, env: { ...process.env, ...when } });
      };
      git(["config", "user.email", "nora@brisa.example"]);
      git(["config", "user.name", "Nora"]);
      for (const [time, subject] of [
        ["09:10", "Limit each client"],
        ["10:40", "Tell clients when to come again"],
      ] as const)
        git(["commit", "--quiet", "--allow-empty", `--message=${subject}`], `${saturday}T${time}:00+01:00`);
      await week.cell("ACME / API", SATURDAY).click();
      await week.button("Fill from Commits").click();
      const suggestion = week.body.locator(".suggestion").first();
      await suggestion.waitFor();
      assert.match(
        (await suggestion.textContent()) ?? "",
        /commits from 09:10 to 10:40, about 2h.*Limit each client · Tell clients/s,
      );
      assert.equal(await week.body.locator("td.edited").count(), 0, "nothing is filled unseen");
      await workbench.screenshot("week-commits");
      await suggestion.getByRole("button", { name: /^Accept/ }).click();
      await eventually(async () => {
        assert.match((await week.cell("ACME / API", SATURDAY).textContent()) ?? "", /\d/);
      });
      assert.equal(await week.body.locator("td.edited").count(), 1);
    });
  },
);

inWorkbench(
  "the week sheet of a company that clocks in",
  { company: { mode: "attendance" }, viewport: { width: 1400, height: 900 } },
  (test) => {
    test("gives a project to a shift that has none, and moves no shift", async (workbench) => {
      const { week, page, dialog, company } = workbench;
      await openLastWeek(workbench);
      const [row = ""] = await week.rows();
      await week.cell(row, SUNDAY).click();
      await eventually(async () => {
        assert.match((await week.detail.textContent()) ?? "", /no shift waits for a project/);
      });
      const sunday = await dayOf(week.body, SUNDAY);
      company.company.shifts.insert({
        employee_id: NORA,
        date: sunday,
        reference_date: sunday,
        clock_in: "09:00:00",
        clock_out: "11:00:00",
        minutes: 120,
        workable: true,
      });
      await week.button("Read Again").click();
      await week.waitForCell("Shifts without a project", SUNDAY, "2h");
      await week.type(row, SUNDAY, "1h");
      await week.cell(row, SUNDAY).click();
      await eventually(async () => {
        assert.match((await week.detail.textContent()) ?? "", /There is: 2h \(09:00–11:00\)/);
      });
      await page.keyboard.type("2h");
      await page.keyboard.press("ControlOrMeta+s");
      await dialog.click("Save");
      await eventually(async () => {
        assert.match((await week.notice.textContent()) ?? "", /1 saved/);
      });
      const shifts = company.company.shifts.where(
        ({ employee_id, date }) => employee_id === NORA && date === sunday,
      );
      assert.equal(shifts.length, 1);
      assert.equal((await held(workbench, SUNDAY))[0]?.attendance_shift_id, shifts[0]?.id);
      await workbench.screenshot("week-attendance");
    });
  },
);
