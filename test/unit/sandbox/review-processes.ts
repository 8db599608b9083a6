/** Review processes of the demo company, and what tests ask about each. */

import { expect } from "vitest";
import { companyBeforeEach, type Answer, type Fields } from "./harness.js";

export const PROCESSES = "performance/review_processes";
export const QUESTIONNAIRES = "performance/review_questionnaire_by_strategies";
export const FINISHED = "101";
export const ACTIVE = "102";
export const DRAFT = "103";
export const SCHEDULED = "104";

/** As little as a process needs to start. */
export const basics = {
  author_access_id: "1301",
  name: "Quarter",
  reviewer_strategies: ["self", "manager"],
  target_strategy: "by_teams",
  arguments: ["91"],
  ends_at: "2027-01-31T00:00:00Z",
};

/** A company founded anew for each test, with its review processes at hand. */
export function reviewsBeforeEach() {
  const company = companyBeforeEach();
  return {
    company,

    act: (action: string, fields: Readonly<Record<string, unknown>>): Promise<Answer> =>
      company.post(`${PROCESSES}/${action}`, fields),

    make: async (fields: Readonly<Record<string, unknown>> = {}): Promise<Fields> => {
      const made = await company.post(PROCESSES, { ...basics, ...fields });
      expect(made.status, made.text).toBe(201);
      return made.body;
    },

    complaintsAbout: async (id: unknown): Promise<unknown> =>
      (await company.get(`${PROCESSES}/${String(id)}`)).body.start_validation_errors,

    questionsOf: async (id: unknown): Promise<Fields> =>
      (await company.get(`${QUESTIONNAIRES}/${String(id)}`)).body,

    /** The records of another resource that hang on a process. */
    ofProcess: async (
      id: unknown,
      resource: string,
      field = "performance_review_process_ids[]",
    ): Promise<readonly Fields[]> =>
      (await company.get(`performance/${resource}?${field}=${String(id)}&limit=100`)).body.data,
  };
}
