import * as vscode from "vscode";
import { moneyProblem } from "../../actions/asking/ask-amount";
import { translate } from "../../actions/asking/ask-context";
import { readMinutes } from "../../actions/reading/minutes";
import { readMoney } from "../../actions/reading/money";
import { valueProblem } from "../../actions/reading/value-problem";
import { companyCurrency } from "../../records/company-currency";
import { wordingOf } from "../../records/session-wording";
import { describeProblem } from "../../time/grammar/describe";
import { formatMinutes } from "../../time/grammar/format";
import type { Control, ControlParts } from "./control";
import { typedControl } from "./typed";

const DAY = 24 * 60;

/** A length of time, as `1h30` or `90m`. */
export function minutesControl(parts: ControlParts): Control {
  const mayBeLong = valueProblem(parts.asked.schema, DAY + 1, translate) === undefined;
  return typedControl(parts, {
    kind: "typed",
    placeholder: vscode.l10n.t("1h30, 90m or 1.5h"),
    textOf: (value) => (typeof value === "number" ? formatMinutes(value) : ""),
    read: (text) => {
      const reading = readMinutes(text, mayBeLong);
      if (!reading.ok) return { problem: describeProblem(reading.problem, translate) };
      const [minutes = 0] = reading.minutes;
      return { value: minutes, words: formatMinutes(minutes) };
    },
  });
}

/** An amount of money, sent in whole cents. */
export function centsControl(parts: ControlParts): Control {
  const { session, record } = parts;
  const own = typeof record?.currency === "string" ? record.currency : undefined;
  const currency = () => own ?? companyCurrency(session.store, record?.legal_entity_id);
  return typedControl(parts, {
    kind: "typed",
    placeholder: vscode.l10n.t("1234.56 or 1.234,56"),
    textOf: (value) => (typeof value === "number" ? (value / 100).toFixed(2) : ""),
    read: (text) => {
      const reading = readMoney(text);
      if (!reading.ok) return { problem: moneyProblem(reading.problem, text) };
      const [amount] = reading.amounts;
      if (!amount) return { problem: moneyProblem("not-money", text) };
      const words = wordingOf(session).money(amount.cents, currency()) ?? text;
      return {
        value: amount.cents,
        words: amount.rounded ? `${words} (${vscode.l10n.t("rounded to whole cents")})` : words,
      };
    },
  });
}

export function numberControl(parts: ControlParts): Control {
  return typedControl(parts, {
    kind: "typed",
    textOf: (value) => (typeof value === "number" ? String(value) : ""),
    read: (text) => {
      const tidy = text.trim().replace(",", ".");
      return /^-?\d*\.?\d+$/.test(tidy)
        ? { value: Number(tidy), words: tidy }
        : { problem: vscode.l10n.t("Type a number.") };
    },
  });
}
