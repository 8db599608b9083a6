import { only, type World } from "../../../contract/samples/world";
import { picked, type FormSamples } from "./form-sample";

const QUESTION = {
  uuid: "11111111-1111-4111-8111-111111111102",
  title: "Which of these?",
  answerType: "multiple_choice",
  mandatory: true,
  options: ["One", "Two"],
};

export function reviewForms({ company, process }: World): FormSamples {
  const draft = process("Year-end review");
  const setting = only("visibility setting", company.visibilitySettings.all()[0]);
  const template = only("template", company.reviewTemplates.all()[0]);
  const chosenTeam = only("team", company.teams.all()[0]);
  const called = (name: string) => company.reviewProcesses.find((one) => one.name === name);
  return {
    "reviewProcesses.create": {
      first: { target_strategy: "by_teams" },
      fill: {
        name: "Spring cleaning",
        description: "How was it?",
        reviewer_strategies: ["self", "manager"],
        target_strategy: "by_teams",
        "arguments:by_teams": picked(chosenTeam),
        ends_at: "2027-01-15 17:00",
        agreements_enabled: true,
        employee_score_enabled: true,
        employee_potential_score_enabled: false,
        competencies_assessments_enabled: false,
      },
      holds: () => called("Spring cleaning"),
      becomes: {
        description: "How was it?",
        reviewer_strategies: ["self", "manager"],
        target_strategy: { strategy: "by_teams", arguments: [chosenTeam.id] },
      },
    },
    "reviewProcesses.createFromTemplate": {
      ids: [template.id],
      fill: { name: "With peers, 2027" },
      holds: () => called("With peers, 2027"),
      becomes: { status: "draft", reviewer_strategies: template.reviewer_strategies },
    },
    "reviewProcesses.updateBasicInfo": {
      ids: [draft.id],
      fill: { name: "End of the year", description: "What was it like?\nAnd what next?" },
      holds: () => company.reviewProcesses.get(draft.id),
      becomes: { name: "End of the year", description: "What was it like?\nAnd what next?" },
    },
    "reviewVisibilitySettings.update": {
      ids: [setting.id],
      fill: {
        restrict_answers_visibility_to_reportees: true,
        early_access_to_answers_for_managers: true,
        anonymous_peer_evaluation_for_target: true,
      },
      holds: () => company.visibilitySettings.get(setting.id),
      becomes: {
        restrict_answers_visibility_to_reportees: true,
        early_access_to_answers_for_managers: true,
        anonymous_peer_evaluation_for_target: true,
      },
    },
    "reviewQuestionnaireByStrategies.updateQuestionnaireForStrategy": {
      ids: [draft.id],
      fill: {
        strategy: "self",
        "questionnaire_content:self": [
          { uuid: "11111111-1111-4111-8111-111111111101", title: "Work", questions: [QUESTION] },
        ],
      },
      holds: () => company.questionnaires.get(draft.id),
      becomes: {
        self_questionnaire: {
          content: [
            {
              type: "section",
              section_title: "Work",
              questions: [{ title: "Which of these?", answer_type: "multiple_choice", mandatory: true }],
            },
          ],
        },
      },
    },
    "reviewQuestionnaireByStrategies.updateDefaultRatingScale": {
      ids: [draft.id],
      fill: {
        default_rating_scale: [
          { value: 1, text: "No" },
          { value: 2, text: "Yes" },
        ],
      },
      holds: () => company.questionnaires.get(draft.id),
      becomes: {
        default_rating_scale: [
          { value: 1, text: "No" },
          { value: 2, text: "Yes" },
        ],
      },
    },
  };
}
