import { beforeEach, describe, expect, it } from "vitest";
import { RecordWording } from "../../../src/records/wording";
import type { AnyRecord } from "../../../src/resources/any-client";
import { projectWorkers } from "../../../src/resources/project-management/project-workers";
import { reviewEvaluationAnswers } from "../../../src/resources/performance/review-evaluation-answers";
import { reviewQuestionnaireByStrategies } from "../../../src/resources/performance/review-questionnaire-by-strategies";
import { projects } from "../../../src/resources/project-management/projects";
import { translate } from "../support/translate";

const known: Readonly<Record<string, AnyRecord>> = {
  "employees 302": { id: "302", full_name: "Nora Vidal" },
  "accesses 9302": { id: "302", full_name: "Nora Vidal" },
  "projects 1201": { id: "1201", name: "ACME", status: "active" },
  "projectWorkers 20001": { id: "20001", employee_id: "302", project_id: "1201", assigned: true },
  // Two that name each other, which no honest server sends.
  "assetCategories 1": { id: "1", name: "Laptop", parent_id: "2" },
  "assetCategories 2": { id: "2", name: "IT", parent_id: "1" },
};

let needed: string[];
let wording: RecordWording;
beforeEach(() => {
  needed = [];
  wording = new RecordWording({
    names: { find: (kind, id) => known[`${kind} ${id}`] },
    clock: { zone: "Europe/Madrid", today: () => "2026-11-18" },
    language: "en",
    translate,
    need: (kind, id) => needed.push(`${kind} ${id}`),
  });
});

describe("names", () => {
  it("are what people call the thing, also through another record", () => {
    expect(wording.name("projects", "1201")).toBe("ACME");
    expect(wording.name("accesses", "9302")).toBe("Nora Vidal");
    expect(wording.rowOf("projectWorkers", "20001")).toMatchObject({ label: "Nora Vidal", within: "ACME" });
  });

  it("are all asked for, as what is known may be old", () => {
    wording.rowOf("projectWorkers", "20001");
    expect(needed).toEqual(["projectWorkers 20001", "employees 302", "projects 1201"]);
  });

  it("that are missing are never shown as ids", () => {
    expect(wording.name("employees", "999")).toBe("Somebody this account may not see");
    expect(wording.name("accesses", "999")).toBe("Somebody this account may not see");
    expect(wording.name("itAssetModels", "999")).toBe("Asset model this account may not see");
  });

  it("of nothing are empty", () => {
    expect([wording.name("projects", null), wording.name("projects", undefined)]).toEqual(["", ""]);
    expect(wording.name("unicorns", "1")).toBe("");
  });

  it("that lead in a circle come to an end", () => {
    expect(wording.rowOf("assetCategories", "1").label).toBe("Laptop");
  });
});

describe("rows", () => {
  it("without words of their own are called by their kind", () => {
    expect(wording.row(projects, { id: "1", name: "  ", status: "active" }).label).toBe("Project");
  });

  it("say what is not usual", () => {
    const row = wording.row(projects, { id: "1", name: "Old", code: "OLD", status: "closed" });
    expect(row).toMatchObject({ label: "Old", description: "OLD · closed", icon: "archive" });
    const unknown = wording.row(projects, { id: "1", name: "New", status: "in_orbit" });
    expect(unknown).toMatchObject({ description: "in orbit", icon: undefined });
    expect(wording.row(projectWorkers, known["projectWorkers 20001"] ?? {}).description).toBeUndefined();
  });
});

describe("days, instants, minutes and money", () => {
  it("are written as people write them", () => {
    expect(wording.day("2026-11-18")).toBe("today");
    expect(wording.day("2026-11-17")).toBe("yesterday, Tue, Nov 17");
    expect(wording.day("2026-11-19")).toBe("tomorrow, Thu, Nov 19");
    expect(wording.day("2025-01-02")).toBe("Thu, Jan 2, 2025");
    // Half past eleven in the evening in UTC is the next day in Madrid.
    expect(wording.day("2026-11-17T23:30:00Z")).toBe("today");
    expect(wording.instant("2026-11-18T08:05:00Z")).toMatch(/^today, 0?9:05/);
    expect(wording.minutes(90)).toBe("1h30");
    expect(wording.minutes(-90)).toBe("−1h30");
    expect(wording.money(123456, "EUR")).toBe("€1,234.56");
    expect(wording.money("123456")).toBe("1,234.56");
    expect(wording.word("in_stock")).toBe("in stock");
    expect(wording.word("succededwitherrors")).toBe("succeeded with errors");
    expect(wording.word("employee_updates/leave")).toBe("leave");
  });

  it("that cannot be read stay as they came", () => {
    expect(wording.day("soon")).toBe("soon");
    expect(wording.day("2026-11-18[u-ca=hebrew]")).toBe("2026-11-18[u-ca=hebrew]");
    expect(wording.day("+275760-09-13")).toBe("+275760-09-13");
    expect(wording.instant("2026-99-99T00:00:00Z")).toBe("2026-99-99T00:00:00Z");
    expect(wording.money("much", "EUR")).toBe("much");
    expect(wording.money(100, "<b>")).toBe("1.00");
    expect(wording.minutes(Number.NaN)).toBeUndefined();
    expect([wording.day(null), wording.money(null), wording.word("")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("questions and answers", () => {
  const rating = {
    uuid: "2",
    title: "How did it go?",
    answer_type: "rating",
    scale: [{ value: 4, text: "Above" }],
  };

  it("are read as such", () => {
    const record = reviewEvaluationAnswers.record.parse({
      id: "1",
      performance_review_evaluation_id: "1",
      answered_questionnaire_with_sections: {
        content: [
          {
            section_title: "Looking back",
            questions: [
              { question: { title: "What went well?" }, answer: { answer_text: "The release." } },
              { question: rating, answer: { answer_rating: { value: 4, comment: "Steady" } } },
              { question: { title: "Which?" }, answer: { answer_choice: ["Tea", "Coffee"] } },
              { question: { title: "How many?" }, answer: { answer_int: 0 } },
              { question: { title: "Anything else?" }, answer: null },
              {},
            ],
          },
        ],
      },
    });
    const [section] = reviewEvaluationAnswers.parts?.(record, wording) ?? [];
    expect(section?.label).toBe("Looking back");
    expect(section?.parts?.map(({ label, description }) => `${label} ${description ?? ""}`)).toEqual([
      "What went well? The release.",
      "How did it go? 4 – Above · Steady",
      "Which? Tea, Coffee",
      "How many? 0",
      "Anything else? not answered",
      "A question without a text not answered",
    ]);
  });

  it("that are asked stand under who is asked", () => {
    const record = reviewQuestionnaireByStrategies.record.parse({
      id: "1",
      performance_review_process_id: "1",
      default_rating_scale: [{ value: 4, text: "Above" }],
      self_questionnaire: {
        content: [{ section_title: "Goals", questions: [{ ...rating, mandatory: true }] }],
      },
      manager_questionnaire: null,
      peers_questionnaire: { content: [] },
    });
    const parts = reviewQuestionnaireByStrategies.parts?.(record, wording) ?? [];
    expect(parts.map(({ label }) => label)).toEqual(["Employees about themselves", "Rating scale"]);
    expect(parts[0]?.parts?.[0]?.parts?.[0]).toMatchObject({
      label: "How did it go?",
      description: "rating · must be answered",
    });
    expect(parts[1]?.parts).toEqual([{ label: "4 – Above" }]);
  });
});
