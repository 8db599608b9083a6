import type { FormField, FormModel, FormTexts, Named, ToPage } from "../../../src/messages/form";

export const texts: FormTexts = {
  save: "Save",
  saving: "Saving…",
  requiredMark: "* must be filled in",
  required: "This must be filled in.",
  seeFields: "Not saved: see the marked fields.",
  unsaved: "There are changes that are not saved.",
  discard: "Discard",
  pickDate: "Pick a date",
  search: "Search by name",
  searching: "Searching…",
  nothingFound: "Nobody has that name.",
  moreToFind: "There are more: type more of the name.",
  remove: "Remove",
  moveUp: "Move up",
  moveDown: "Move down",
  addSection: "Add a section",
  addQuestion: "Add a question",
  addOption: "Add an option",
  addStep: "Add a step",
  sectionTitle: "Title of the section",
  questionTitle: "Question",
  answerType: "Kind of answer",
  mandatory: "Must be answered",
  stepValue: "Value",
  stepText: "What it stands for",
  option: "Option",
  chooseFiles: "Choose files…",
  conflictTitle: "Changed on the server meanwhile",
  mine: "Typed here",
  theirs: "On the server",
  keepMine: "Keep mine",
  takeTheirs: "Take theirs",
};

export type Show = Extract<ToPage, { kind: "show" }>;

export function formOf(fields: readonly FormField[], facts: Partial<FormModel> = {}): FormModel {
  return {
    key: "new:projects",
    title: "New Project",
    place: "Brisa",
    sections: [{ fields: [...fields] }],
    texts,
    ...facts,
  };
}

export function showing(form: FormModel, facts: Partial<Show> = {}): Show {
  return {
    kind: "show",
    form,
    fill: false,
    turn: 0,
    saving: false,
    unsaved: false,
    problems: { fields: {} },
    conflicts: [],
    ...facts,
  };
}

/** A field without what most have no need to tell. */
export function field<Kind extends FormField["kind"]>(
  kind: Kind,
  name: string,
  facts: Omit<Extract<FormField, { kind: Kind }>, "kind" | "name" | "label" | "required"> &
    Partial<Pick<FormField, "label" | "required" | "help">>,
): FormField {
  // The compiler cannot put a member of the union together; `facts` has what the kind asks for.
  return { label: name, required: false, ...facts, kind, name } as unknown as FormField;
}

export const PEOPLE: readonly Named[] = [
  { id: "1", label: "Ana García", description: "Design" },
  { id: "2", label: "Bo Lindqvist", description: "Engineering" },
  { id: "3", label: "Chloé Dubois" },
];

export function manyPeople(count: number): Named[] {
  return Array.from({ length: count }, (_, index) => ({
    id: String(index),
    label: `Person ${index + 1}`,
    description: `Team ${(index % 7) + 1}`,
  }));
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** A form that has each kind of field. */
export const everyKind: FormModel = {
  key: "edit:everything:7",
  title: "Edit Everything",
  place: "Brisa, S.L.",
  texts,
  sections: [
    {
      fields: [
        field("text", "name", {
          label: "Name",
          required: true,
          value: "Apollo",
          help: "As the team calls it.",
        }),
        field("longtext", "description", { label: "Description", value: "First line\nsecond line" }),
        field("date", "due_on", { label: "Due date", value: "next friday", reading: "Fri, Nov 27" }),
        field("typed", "budget", {
          label: "Budget",
          value: "1.234,5",
          reading: "€1,234.50",
          placeholder: "0,00",
        }),
        field("choice", "status", {
          label: "Status",
          required: true,
          value: "active",
          choices: [
            { value: "active", label: "Active" },
            { value: "closed", label: "Closed" },
          ],
        }),
      ],
    },
    {
      title: "People",
      fields: [
        field("names", "manager_id", {
          label: "Manager",
          required: true,
          many: false,
          value: [{ id: "1", label: "Ana García" }],
        }),
        field("names", "members", {
          label: "Members",
          many: true,
          value: [
            { id: "2", label: "Bo Lindqvist" },
            { id: "3", label: "Chloé Dubois-Featherstonehaugh of the Northern Territories" },
          ],
          help: "They can log time on it.",
        }),
        field("choices", "weekdays", {
          label: "Working days",
          toggles: true,
          value: ["mon", "tue", "wed"],
          choices: WEEKDAYS.map((day) => ({ value: day.toLowerCase(), label: day })),
        }),
        field("choices", "policies", {
          label: "Policies",
          toggles: false,
          value: ["b"],
          choices: [
            { value: "a", label: "Holidays" },
            { value: "b", label: "Sick leave" },
          ],
        }),
        field("flag", "is_billable", { label: "Billable", value: true, help: "Its hours go on an invoice." }),
      ],
    },
    {
      title: "Review",
      fields: [
        field("scale", "scale", {
          label: "Rating scale",
          value: [
            { value: 1, text: "Needs work" },
            { value: 2, text: "Good" },
          ],
        }),
        field("questions", "questions", {
          label: "Questions",
          required: true,
          answerTypes: [
            { value: "text", label: "Free text" },
            { value: "pick", label: "One of several", hasOptions: true },
          ],
          value: [
            {
              uuid: "s1",
              title: "About the year",
              questions: [
                { uuid: "q1", title: "What went well?", answerType: "text", mandatory: true, options: [] },
                {
                  uuid: "q2",
                  title: "Would you stay?",
                  answerType: "pick",
                  mandatory: false,
                  options: ["Yes", "No"],
                },
              ],
            },
          ],
        }),
        field("files", "files", {
          label: "Attachments",
          many: true,
          value: [{ id: "f1", name: "contract.pdf", size: "120 KB" }],
        }),
      ],
    },
  ],
};
