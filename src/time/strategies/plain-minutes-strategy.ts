import type { CallOptions } from "../../api/client";
import type { FactorialClient } from "../../resources/factorial-client";
import type { Store } from "../../store/store";
import type { LoggedTime, TimeEntry } from "../entry";
import {
  nextMinutesChange,
  nextMinutesRemoval,
  nextMinutesStep,
  type MinutesRequests,
} from "./plain-minutes";
import type { Receipt, TimeStrategy, WriteStep } from "./strategy";

/** Minutes of a day without a place in it; what differs is the kind of record, and where its comment is. */
export abstract class PlainMinutesStrategy implements TimeStrategy {
  abstract readonly kind: TimeStrategy["kind"];
  abstract readonly takesTask: boolean;
  readonly needsRange = false;
  readonly commentOn = "record";
  protected abstract readonly requests: MinutesRequests;

  constructor(
    readonly client: FactorialClient,
    readonly store: Store,
    readonly employeeId: string,
  ) {}

  abstract readDays(from: string, to: string, options?: CallOptions): Promise<LoggedTime[]>;
  abstract commentOf(logged: LoggedTime): Promise<string | undefined>;

  readDay(day: string, options: CallOptions = {}): Promise<LoggedTime[]> {
    return this.readDays(day, day, options);
  }

  begin(): Receipt {
    return {};
  }

  nextStep(entry: TimeEntry, receipt: Receipt): WriteStep | undefined {
    return nextMinutesStep(entry, receipt, this.requests);
  }

  nextChange(entry: TimeEntry, instead: LoggedTime, receipt: Receipt): WriteStep | undefined {
    return nextMinutesChange(entry, instead, receipt, this.requests);
  }

  nextRemoval(receipt: Receipt): WriteStep | undefined {
    return nextMinutesRemoval(receipt, this.requests);
  }

  receiptOf({ id, comment }: LoggedTime): Receipt {
    return { recordId: id, commented: comment !== undefined };
  }
}
