/** The Time view of Nora, on a Wednesday at eleven in the demo company. */
import { vi } from "vitest";
import { tokenCredentials } from "../../../../src/api/credentials";
import type { Sandbox } from "../../../../src/sandbox/index";
import { DEMO_TOKEN } from "../../../../src/sandbox/demo-credentials";
import type { PersonalTime, Session } from "../../../../src/session/session";
import { TimeContent } from "../../../../src/time/ui/view/time-content";
import type { TimeRow } from "../../../../src/time/ui/view/time-row";
import { NORA, openSession, type SessionChanges } from "../../support/session";
import { EventEmitter, type TreeItem } from "./vscode-fake";

/** That of `NOW`. */
export const WEDNESDAY = "2026-11-18";

export class TimeDesk {
  readonly pane = {
    visible: true,
    visibility: new EventEmitter<unknown>(),
    badge: undefined as { value: number } | undefined,
  };
  readonly changed = vi.fn();
  readonly session: Session;
  readonly content: TimeContent;

  constructor(
    readonly sandbox: Sandbox,
    changes: SessionChanges = {},
  ) {
    this.session = openSession({
      baseUrl: sandbox.url,
      person: NORA,
      credentials: tokenCredentials(DEMO_TOKEN),
      ...changes,
    });
    const { pane } = this;
    this.content = new TimeContent(
      {
        get visible() {
          return pane.visible;
        },
        onDidChangeVisibility: pane.visibility.event,
        set badge(badge: { value: number } | undefined) {
          pane.badge = badge;
        },
      } as ConstructorParameters<typeof TimeContent>[0], // VS Code's own event has more parameters.
      this.changed,
    );
    this.content.setSession(this.session);
  }

  async time(): Promise<PersonalTime> {
    const time = await this.session.time();
    if (!time) throw new Error("Nobody logs time here");
    return time;
  }

  /** Each row with its level, as one reads it: `  ACME / API | 1h30 · 09:00–10:30`. */
  async drawn(): Promise<string[]> {
    return linesOf(await this.content.rows());
  }

  async row(label: string): Promise<TimeRow> {
    const found = flat(await this.content.rows()).find(({ item }) => item.label === label);
    if (!found) throw new Error(`No row ${label} among\n${(await this.drawn()).join("\n")}`);
    return found;
  }

  close(): void {
    this.content.dispose();
    this.session.dispose();
  }
}

export function flat(rows: readonly TimeRow[]): TimeRow[] {
  return rows.flatMap((row) => [row, ...flat(row.below)]);
}

/** The rows are made with the fake's items. */
export function itemOf(row: TimeRow): TreeItem {
  return row.item as unknown as TreeItem;
}

function linesOf(rows: readonly TimeRow[], indent = ""): string[] {
  return rows.flatMap((row) => {
    const { label, description = "" } = itemOf(row);
    return [
      `${indent}${label}${description === "" ? "" : ` | ${description}`}`,
      ...linesOf(row.below, `${indent}  `),
    ];
  });
}
