// Reading and validating a big page, against JSON.parse alone. Budget: 2.5 times.
//   npm run bench -- read-page
import { parseJson } from "../../src/api/ids";
import { readPage } from "../../src/api/page";
import { timeRecords } from "../../src/resources/project-management/time-records";
import { compare } from "./compare";

const RECORDS = 10_000;

function bigPage(id: (n: number) => unknown): string {
  const data = Array.from({ length: RECORDS }, (_, n) => ({
    id: id(n),
    project_worker_id: id(n % 97),
    employee_id: id(n % 31),
    project_id: id(n % 13),
    attendance_shift_id: null,
    subproject_id: id(n % 7),
    date: "2026-11-19",
    imputed_minutes: 90,
    clock_in: "2000-01-01T09:00:00.000Z",
    clock_out: "2000-01-01T10:30:00.000Z",
    observations: `Review of the order endpoints, part ${n}`,
  }));
  return JSON.stringify({
    data,
    meta: { has_next_page: false, has_previous_page: false, limit: 100, total: RECORDS },
  });
}

const texts = {
  "ids as strings (from 2026-07-01)": bigPage(String),
  "ids as integers (2026-04-01)": bigPage((n) => 10_000 + n),
  "ids above 2^53 (2026-04-01)": bigPage((n) => 10_000 + n).replaceAll(
    /"id":(\d+)/g,
    '"id":18446744073709$1',
  ),
};

async function main(): Promise<void> {
  for (const [name, text] of Object.entries(texts)) {
    const read = readPage(timeRecords.record, parseJson(text));
    if (read.data.length !== RECORDS)
      throw new Error(`${name}: read ${read.data.length} of ${RECORDS} records`);
    await compare(`${RECORDS} records, ${name}, ${(text.length / 1e6).toFixed(1)} MB`, {
      ours: () => void readPage(timeRecords.record, parseJson(text)),
      baseline: () => void JSON.parse(text),
      budget: 2.5,
    });
  }
}

void main();
