import * as vscode from "vscode";
import type { Resource } from "../../api/resource";
import { anyClient, type AnyRecord } from "../../resources/any-client";
import type { Session } from "../../session/session";
import type { RunnerParts } from "../runner-parts";
import type { Outcome } from "./outcome";
import type { PlannedRequest } from "./requests";
import { sendAll } from "./send";

export interface Job {
  readonly parts: RunnerParts;
  readonly session: Session;
  /** What the progress is called: the action and whom it is about. */
  readonly title: string;
  readonly resource: Resource;
  readonly operationName: string;
  readonly requests: readonly PlannedRequest[];
  /** Whose rows are busy meanwhile. */
  readonly on: Resource | undefined;
  /** Puts into the store what a request has changed. */
  readonly take: (request: PlannedRequest, records: readonly AnyRecord[]) => void;
}

/** Sends a job's requests, and shows that it does: several with their progress, which can be stopped. */
export async function carryOut(job: Job): Promise<Outcome> {
  const { parts, session, requests, on, title } = job;
  const client = anyClient(session.client, job.resource);
  const ids = requests.flatMap(({ targets }) => targets.map(({ id }) => id));
  const busy = on && parts.markBusy?.(ids, on);
  const several = requests.length > 1;
  const options = several
    ? { location: vscode.ProgressLocation.Notification, title, cancellable: true }
    : { location: vscode.ProgressLocation.Window, title };
  try {
    return await vscode.window.withProgress(options, (progress, token) =>
      sendAll(requests, {
        send: async (request) => {
          const { data } = await client.call(job.operationName, request.input);
          job.take(request, data);
          return data;
        },
        isCancelled: () => token.isCancellationRequested,
        onNext: (at) => {
          if (!several) return;
          progress.report({
            message: vscode.l10n.t("{0} of {1}", at + 1, requests.length),
            ...(at > 0 && { increment: 100 / requests.length }),
          });
        },
      }),
    );
  } finally {
    busy?.dispose();
  }
}

/** Puts into the store the records of an answer; those without an id belong to no list. */
export function putAnswer(session: Session, resource: Resource, records: readonly AnyRecord[]): void {
  session.store.putWritten(
    resource,
    records.flatMap((record) => (typeof record.id === "string" ? [{ ...record, id: record.id }] : [])),
  );
}
