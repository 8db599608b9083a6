import * as vscode from "vscode";
import { Temporal } from "temporal-polyfill";
import { dayProblem, howFar, momentOf, writtenDay } from "../../actions/asking/ask-day";
import { readDayAhead } from "../../actions/reading/days-ahead";
import { readMoment } from "../../actions/reading/moments";
import type { Control, ControlParts } from "./control";
import { typedControl, type Reading } from "./typed";

/** A day, as `fri`, `1 dec`, `+3` or in full. */
export function dateControl(parts: ControlParts): Control {
  const { clock } = parts.session;
  return typedControl(parts, {
    kind: "date",
    textOf: (value) => (typeof value === "string" ? value : ""),
    read: (text) => {
      const today = clock.today();
      const reading = readDayAhead(text, Temporal.PlainDate.from(today));
      const [day] = reading.ok ? reading.days : [];
      if (!day) return { problem: dayProblem(reading.ok ? "unknown-day" : reading.problem, text) };
      return dayReading(day.toString(), today);
    },
  });
}

/** A day with a time of day on the company's clock. */
export function instantControl(parts: ControlParts): Control {
  const { clock } = parts.session;
  // What starts does so in the morning; what ends lasts the whole day.
  const defaultTime = parts.asked.meaning.name.startsWith("start") ? "09:00" : "23:59";
  const zoneNote = clock.zone === Temporal.Now.timeZoneId() ? "" : ` · ${clock.zone}`;
  return typedControl(parts, {
    kind: "typed",
    placeholder: vscode.l10n.t("fri 18:00, 1 dec, tomorrow 9:00"),
    textOf: (value) => {
      const moment = momentOf(value, clock.zone);
      return moment ? `${moment.day} ${moment.time}` : "";
    },
    read: (text) => {
      const now = { day: clock.today(), time: clock.timeOfDay() };
      const reading = readMoment(text, now, defaultTime);
      const [moment] = reading.ok ? reading.moments : [];
      if (!moment) return { problem: dayProblem(reading.ok ? "unknown-day" : reading.problem, text) };
      const { day, time } = moment;
      const words = `${writtenDay(day)}, ${time} · ${howFar(day, now.day)}${zoneNote}`;
      return { value: clock.instantOf(day, time), words };
    },
  });
}

function dayReading(day: string, today: string): Reading {
  return { value: day, words: `${writtenDay(day)} · ${howFar(day, today)}` };
}
