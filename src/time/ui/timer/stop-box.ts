import * as vscode from "vscode";
import { createList } from "../../../commands/create-list";
import { withoutIcons } from "../../../commands/messages";
import { formatMinutes } from "../../grammar/format";
import type { TimerPart } from "../../timer/timer-parts";
import { acceptedRow } from "../accepted-row";
import { readableDay } from "../readable-day";

export type StopAnswer = { readonly comment: string } & (
  | { readonly kind: "save" | "edit" | "discard" }
  /** Left, or told to: the timer goes on. */
  | { readonly kind: "keep" }
);

export interface StopBoxParts {
  /** Project and subproject. */
  readonly name: string;
  readonly parts: readonly TimerPart[];
  readonly today: string;
  readonly underAMinute: boolean;
  /** Minutes in it in which nobody was there. */
  readonly minutesAway: number;
  /** What the box has in it at first: to be read and changed before it is sent. */
  readonly comment: string;
  /** Looks whether it can be saved. @returns what forbids it */
  readonly check: (comment: string) => Promise<string | undefined>;
}

interface StopRow extends vscode.QuickPickItem {
  readonly kindOfAnswer?: StopAnswer["kind"];
}

/** Shows what a timer would be saved as, with the comment to type; Enter saves it. */
export function askHowToStop(asked: StopBoxParts): Promise<StopAnswer> {
  const box = createList<StopRow>();
  box.title = vscode.l10n.t("Stop Timer");
  box.placeholder = vscode.l10n.t("Comment");
  box.value = asked.comment;
  let problem: string | undefined;
  const render = () => {
    box.items = stopRows(asked, box.value.trim(), problem);
  };
  render();
  return new Promise<StopAnswer>((resolve, reject: (error: unknown) => void) => {
    const finish = (kind: StopAnswer["kind"]) => {
      resolve({ kind, comment: box.value.trim() });
      box.hide();
    };
    const save = async () => {
      box.busy = true;
      box.enabled = false;
      try {
        problem = await asked.check(box.value.trim());
      } finally {
        box.enabled = true;
        box.busy = false;
      }
      if (problem === undefined) finish("save");
      else render();
    };
    const listening = [
      box.onDidChangeValue(() => {
        problem = undefined;
        render();
      }),
      box.onDidAccept(() => {
        const kind = acceptedRow(box)?.kindOfAnswer;
        if (box.busy || kind === undefined) return;
        if (kind === "save") save().catch(reject);
        else finish(kind);
      }),
      box.onDidHide(() => {
        resolve({ kind: "keep", comment: box.value.trim() });
        for (const each of [...listening, box]) each.dispose();
      }),
    ];
    box.show();
  });
}

function stopRows(asked: StopBoxParts, comment: string, problem: string | undefined): StopRow[] {
  const saved = { ...saveRow(asked, comment), kindOfAnswer: "save" as const };
  const discard = row("trash", vscode.l10n.t("Discard"), "discard");
  const [first, second] = asked.underAMinute
    ? [{ ...discard, description: vscode.l10n.t("it ran for less than a minute") }, saved]
    : [saved, discard];
  const edit = row("edit", vscode.l10n.t("Change the Time…"), "edit");
  const keep = row("debug-continue", vscode.l10n.t("Keep It Running"), "keep");
  const days = asked.parts.length > 1 ? asked.parts.map((part) => partRow(part, asked.today)) : [];
  const others = asked.underAMinute ? [second, edit, keep] : [edit, keep, second];
  if (problem !== undefined) {
    return [{ label: `$(circle-slash) ${withoutIcons(problem)}`, alwaysShow: true }, edit, keep, discard];
  }
  return [first, ...days, ...others];
}

function saveRow({ name, parts, today, minutesAway }: StopBoxParts, comment: string): vscode.QuickPickItem {
  const worked = parts.reduce((sum, part) => sum + part.worked, 0);
  const minutes = parts.reduce((sum, { entry }) => sum + entry.minutes, 0);
  const [only] = parts;
  const when =
    only && parts.length === 1 ? whenOf(only, today) : vscode.l10n.t("as {0} entries", parts.length);
  return {
    label: `$(check) ${withoutIcons(vscode.l10n.t("Save {0} on {1}", rounding(worked, minutes), name))}`,
    description: [when, withoutIcons(comment)].filter(Boolean).join(" · "),
    alwaysShow: true,
    ...(minutesAway > 0 && {
      detail: vscode.l10n.t("Contains {0} in which nobody was at the keyboard.", formatMinutes(minutesAway)),
    }),
  };
}

function partRow(part: TimerPart, today: string): StopRow {
  const { worked, entry } = part;
  return {
    label: `$(blank) ${rounding(worked, entry.minutes)}`,
    description: whenOf(part, today),
    alwaysShow: true,
  };
}

function whenOf({ entry: { day, range } }: TimerPart, today: string): string {
  const readable = readableDay(day, today);
  return range ? `${readable} · ${range.from}–${range.to}` : readable;
}

/** `52m → 1h`; only the time where nothing was rounded. */
function rounding(worked: number, saved: number): string {
  return worked === saved ? formatMinutes(saved) : `${formatMinutes(worked)} → ${formatMinutes(saved)}`;
}

function row(icon: string, label: string, kind: StopAnswer["kind"]): StopRow {
  return { label: `$(${icon}) ${label}`, alwaysShow: true, kindOfAnswer: kind };
}
