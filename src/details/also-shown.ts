import * as vscode from "vscode";

/** Records of another resource that people expect to read with a record. */
export interface AlsoShown {
  /** A name in the catalogue. */
  readonly resourceName: string;
  /** The list's filter that takes the record's id. */
  readonly by: string;
  readonly heading: string;
}

/** By the resource whose document it is; each is one request. */
export function alsoShown(resourceName: string): readonly AlsoShown[] {
  switch (resourceName) {
    case "reviewEvaluations":
      return [
        {
          resourceName: "reviewEvaluationAnswers",
          by: "performance_review_evaluation_ids",
          heading: vscode.l10n.t("Answers"),
        },
        {
          resourceName: "reviewEvaluationScores",
          by: "review_evaluation_ids",
          heading: vscode.l10n.t("Scores"),
        },
      ];
    case "reviewProcesses":
      // A process and its questionnaires have the same id.
      return [
        {
          resourceName: "reviewQuestionnaireByStrategies",
          by: "ids",
          heading: vscode.l10n.t("Questionnaires"),
        },
      ];
    default:
      return [];
  }
}
