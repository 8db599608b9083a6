import { describe, expect, it } from "vitest";
import { parse, summary } from "./fixtures";

type Row = [name: string, text: string, read: string];

const durations: Row[] = [
  ["hours and minutes", "1h30", "1h30"],
  ["hours and minutes with both units", "1h30m", "1h30"],
  ["hours alone", "1h", "1h"],
  ["minutes", "90m", "1h30"],
  ["minutes, longer unit", "90min", "1h30"],
  ["minutes, whole word", "90 minutes", "1h30"],
  ["hours, whole word", "2 hours", "2h"],
  ["Spanish words", "1 hora 30 minutos", "1h30"],
  ["a bare number above 12 is minutes", "90", "1h30"],
  ["colon", "1:30", "1h30"],
  ["colon with leading zero", "01:05", "1h05"],
  ["colon with unit", "1:30h", "1h30"],
  ["colon without hours", ":45", "45m"],
  ["colon with one digit may be half-typed", "1:3", "1h03?1h30"],
  ["decimal hours", "1.5h", "1h30"],
  ["decimal hours with comma", "1,5h", "1h30"],
  ["decimal hours without the zero", ".5h", "30m"],
  ["decimal hours, word", "1.5 hours", "1h30"],
  ["quarter of an hour is no clock time", "1.25h", "1h15"],
  ["1.30h may be meant as 1 h 30", "1.30h", "1h18?1h30"],
  ["decimal tenths without binary noise", "1.1h", "1h06"],
  ["a half", "½h", "30m"],
  ["one and a half", "1½h", "1h30"],
  ["three quarters", "¾ h", "45m"],
  ["spaces everywhere", "1 h 30", "1h30"],
  ["spaces everywhere with units", "1 h 30 m", "1h30"],
  ["space between hours and minutes", "1h 30m", "1h30"],
  ["capital letters", "1H30", "1h30"],
  ["one digit of minutes", "1h5", "1h05"],
  ["zero hours", "0h30", "30m"],
  ["bare 8 is hours, maybe minutes", "8", "8h?8m"],
  ["bare 12 is still hours", "12", "12h?12m"],
  ["bare 13 is minutes", "13", "13m"],
  ["bare 1", "1", "1h?1m"],
  ["bare decimal is hours, and said to be", "1.5", "1h30?"],
  ["bare decimal with comma", "1,5", "1h30?"],
  ["bare 1.30 may be meant as 1 h 30", "1.30", "1h18?1h30"],
  ["bare half", "½", "30m?"],
  ["odd fraction is rounded and says so", "1.333h", "~1h20"],
  ["two odd decimals may be meant as minutes too", "1.33h", "~1h20?1h33"],
  ["fraction of a minute is rounded", "2.5m", "~3m"],
  ["a whole day", "24h", "24h"],
  ["a whole day by colon", "24:00", "24h"],
  ["a whole day in minutes", "1440", "24h"],
  ["one minute", "1m", "1m"],
  ["full-width digits", "１ｈ３０", "1h30"],
  ["no-break spaces", "1\u00a0h\u00a030", "1h30"],
  ["invisible marks around", "\u200e1h30\u200f", "1h30"],
];

const ranges: Row[] = [
  ["range", "9:00-10:30", "09:00-10:30 (1h30)"],
  ["hour without minutes", "9-10:30", "09:00-10:30 (1h30)"],
  ["hours only", "9-10", "09:00-10:00 (1h)"],
  ["dots", "9.00-10.30", "09:00-10:30 (1h30)"],
  ["h as the separator", "9h-10h30", "09:00-10:30 (1h30)"],
  ["en dash", "09:00–10:30", "09:00-10:30 (1h30)"],
  ["em dash", "09:00—10:30", "09:00-10:30 (1h30)"],
  ["minus sign", "09:00−10:30", "09:00-10:30 (1h30)"],
  ["spaces around", "9:00 - 10:30", "09:00-10:30 (1h30)"],
  ["space before", "9:00 -10:30", "09:00-10:30 (1h30)"],
  ["space after", "9:00- 10:30", "09:00-10:30 (1h30)"],
  ["am and pm", "9am-1:30pm", "09:00-13:30 (4h30)"],
  ["am may go on at night", "9am-10:30am", "09:00-10:30 (1h30)"],
  ["spaces before am", "9 am - 10 am", "09:00-10:00 (1h)"],
  ["dots in a.m.", "9 a.m. - 10 a.m.", "09:00-10:00 (1h)"],
  ["the end takes the pm", "2pm-3", "14:00-15:00 (1h)"],
  ["the start takes the am", "9-10:30am", "09:00-10:30 (1h30)"],
  ["over noon the start is am", "11-1pm", "11:00-13:00 (2h)"],
  ["over noon the end is pm", "11am-1", "11:00-13:00 (2h)"],
  ["an end that may be pm too", "9am-10", "09:00-10:00 (1h)?13h"],
  ["noon and midnight in halves", "12am-12pm", "00:00-12:00 (12h)"],
  ["from midnight", "0:00-1:00", "00:00-01:00 (1h)"],
  ["up to now", "14:00-15:00", "14:00-15:00 (1h)"],
  ["later hours of another day", "20:00-22:00 @yesterday", "20:00-22:00 (2h) · @2026-11-17"],
];

describe("Durations in an entry", () => {
  it.each(durations)("%s: %s", (_, text, read) => {
    expect(summary(parse(text))).toBe(read);
  });
});

describe("Time ranges in an entry", () => {
  it.each(ranges)("%s: %s", (_, text, read) => {
    expect(summary(parse(text, { now: text.includes("pm") ? "23:59" : "15:00" }))).toBe(read);
  });
});
