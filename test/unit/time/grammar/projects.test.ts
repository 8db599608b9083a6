import { describe, expect, it } from "vitest";
import { parse, project, summary } from "./fixtures";

type Row = [name: string, text: string, read: string];

const rows: Row[] = [
  ["nothing at all", "", ""],
  ["only spaces", "   ", ""],
  ["a code beats names that begin with it", "1h acm", "1h · ACME"],
  ["a code in any case", "1h aCm", "1h · ACME"],
  ["a code without its hyphen", "1h bil7", "1h · Billing"],
  ["the whole name beats a longer one", "1h acme", "1h · ACME"],
  ["beginning of a name", "1h sprin", "1h · Sprint 8"],
  ["two that fit alike are both shown", "1h bill", "1h · Billing?Billboard"],
  ["beginnings of words", "1h qual tool", "1h · Quality Assurance Tooling"],
  ["words in another order", "1h tooling quality", "1h · Quality Assurance Tooling"],
  ["a word within", "1h assurance", "1h · Quality Assurance Tooling"],
  ["a part of a word", "1h llboard", "1h · Billboard"],
  ["initials are a guess", "1h qat", "1h · Quality Assurance Tooling?"],
  ["letters in their order are a guess", "1h blbrd", "1h · Billboard?"],
  ["without accents", "1h senal nandu", "1h · Señal Ñandú"],
  ["with accents in another composition", "1h sen\u0303al", "1h · Señal Ñandú"],
  ["emoji", "1h 🚀", "1h · 🚀 Launch"],
  ["right-to-left name", "1h القدس", "1h · مشروع القدس"],
  ["only words: no time", "acme", "ACME"],
  ["time after the project", "acme 1h", "1h · ACME"],
  ["time between the words", "acme 1h legacy", "1h · Acme Legacy"],
  ["range and project", "acme 9:00 - 10:30", "09:00-10:30 (1h30) · ACME"],
  ["spaced duration and project", "acme 1 h 30", "1h30 · ACME"],
  ["a bare number and a project", "8 acme", "8h?8m · ACME"],
  ["everything", "1h30 acm/api @mon #fix", "1h30 · ACME / API · @2026-11-16 · #fix"],
  ["everything, the other way round", "@mon acm / api 1h30 #fix", "1h30 · ACME / API · @2026-11-16 · #fix"],
  ["day first, range last", "@yesterday acm 9-10", "09:00-10:00 (1h) · ACME · @2026-11-17"],
  ["subproject with spaces", "1h acm / api", "1h · ACME / API"],
  ["subproject glued to its slash", "1h acm /api", "1h · ACME / API"],
  ["project glued to the slash", "1h acm/ api", "1h · ACME / API"],
  ["subproject of two words", "1h acm/web app", "1h · ACME / Web App"],
  ["beginning of a subproject", "1h acm/w", "1h · ACME / Web App"],
  ["subproject with a number", "1h acm/phase 2", "1h · ACME / Phase 2"],
  ["subproject alone", "1h /invoices", "1h · Billing / Invoices"],
  ["slash with nothing behind it yet", "1h acm/", "1h · ACME"],
  ["subproject decides between projects", "1h bil/inv", "1h · Billing / Invoices"],
  ["time between project and subproject", "acm 1h / api", "1h · ACME / API"],
  ["a slash in the name", "1h 24/7 support", "1h · 24/7 Support"],
  ["a slash in the name and a subproject", "1h 24/7 support/night", "1h · 24/7 Support / Night"],
  ["a slash with spaces in the name", "1h r&d / lab", "1h · R&D / Lab"],
  ["a hash in the name is no comment", "1h c#", "1h · C# Migration"],
  ["a hash in the name, then a comment", "1h c# #port it", "1h · C# Migration · #port it"],
  ["an @ that begins a name", "1h @home", "1h · @home lab"],
  ["an @ that begins a name, and a day", "1h @home @mon", "1h · @home lab · @2026-11-16"],
  ["a number that begins a name", "90 days", '90 Days · "90" is a name'],
  ["a number that begins a name, half-typed", "90 da", '90 Days · "90" is a name'],
  ["a number that begins a name, and a time", "90 days 2h", "2h · 90 Days"],
  ["the same number twice", "90 90 days", "1h30 · 90 Days"],
  ["a duration that begins a name", "1.5h club", '1.5h Club · "1.5h" is a name'],
  ["a duration that begins a name, and a time", "1.5h 1.5h club", "1h30 · 1.5h Club"],
  ["a number that ends a name", "sprint 8", 'Sprint 8 · "8" is a name'],
  ["a number that ends a name, then a time", "sprint 8 2h", "2h · Sprint 8"],
  ["a time, then a number that ends a name", "2h sprint 8", "2h · Sprint 8"],
  ["two bare numbers, one of a name", "sprint 8 30", "30m · Sprint 8"],
  ["a time claimed by a name that doesn't fit after all", "acme 2 legacy", "2h?2m · Acme Legacy"],
  ["something like seconds that is in a name", "2h best 90s", "2h · Best of 90s"],
  ["something like seconds alone with words of its name", "best 90s", 'Best of 90s · "90s" is a name'],
  ["a number too large for a time, in a name", "roadmap 2027", 'Roadmap 2027 · "2027" is a name'],
  ["the same in another order", "2027 roadmap", 'Roadmap 2027 · "2027" is a name'],
  ["a number that is a code, after a time", "60 1001", "1h · Internal"],
  ["a number that is a code, before a time", "1001 60", "1h · Internal"],
  ["a four-digit code alone is no time", "1001", 'Internal · "1001" is a name'],
  ["a code with leading zeros alone is no time", "0042", 'Ops · "0042" is a name'],
  ["a code and a subproject", "1h 1001/meet", "1h · Internal / Meetings"],
  ["quoted words", '1h "acme legacy"', "1h · Acme Legacy"],
  ["a quoted number is no time", '"90 days" 2h', "2h · 90 Days"],
  ["a quoted number alone", '"90"', "90 Days"],
  ["a quoted hash is no comment", '1h "c # x" #y', "1h · #y · !unknown-project"],
  ["a quoted slash is no separator", '1h "24/7 support"/day', "1h · 24/7 Support / Day"],
  ["a quoted @ is no day", '1h "@home lab"', "1h · @home lab"],
  ["a quoted subproject", '1h acm/"web app"', "1h · ACME / Web App"],
  ["curly quotes", "1h “acme legacy”", "1h · Acme Legacy"],
  ["angle quotes", "1h «acme legacy»", "1h · Acme Legacy"],
  ["empty quotes", '1h ""', "1h"],
  ["a lone hyphen says nothing", "1h - acme", "1h · ACME"],
];

const comments: Row[] = [
  ["comment alone", "#fix login", "#fix login"],
  ["trimmed", "1h #   fix login  ", "1h · #fix login"],
  ["empty", "1h #", "1h"],
  ["further # belong to it", "1h #fix #42 # x", "1h · #fix #42 # x"],
  ["## begins one too", "1h ##x", "1h · ##x"],
  ["what looks like time or day in it is text", '1h #2h @mon / "x', '1h · #2h @mon / "x'],
  ["control characters are removed", "1h #a\u0000b\u001b[31mc", "1h · #ab[31mc"],
  ["line breaks and tabs become spaces", "1h #a\nb\tc", "1h · #a b c"],
  ["marks that turn the direction are removed", "1h #a\u202eb\u2066c", "1h · #abc"],
  ["lone surrogates are removed", "1h #a\ud800b", "1h · #ab"],
  ["emoji made of several characters stay", "1h #👩‍💻 done", "1h · #👩‍💻 done"],
  ["right-to-left text stays", "1h #إصلاح", "1h · #إصلاح"],
];

describe("Projects in an entry", () => {
  it.each(rows)("%s: %s", (_, text, read) => {
    expect(summary(parse(text))).toBe(read);
  });

  it("lists the others behind the best", () => {
    expect(parse("acm").matches.map((match) => [match.project.name, match.why])).toEqual([
      ["ACME", "code"],
      ["Acme Legacy", "name-prefix"],
    ]);
  });

  it("shows both when a name has the slash and a subproject fits too", () => {
    const both = [project("ACM/API"), project("ACM", undefined, "API")];
    expect(summary(parse("1h acm/api", { projects: both }))).toBe("1h · ACM / API?ACM/API");
  });

  it("keeps a short number the time, though a project has it for a code, and says so", () => {
    const numbered = [project("Internal", "8")];
    expect(summary(parse("8", { projects: numbered }))).toBe('8h?8m · "8" is a time');
  });

  it("tells two projects of the same name apart by their workers", () => {
    const twins = [project("Twin"), { ...project("Twin"), projectWorkerId: "other" }];
    expect(parse("twin", { projects: twins }).matches.map((match) => match.project.projectWorkerId)).toEqual([
      "worker Twin",
      "other",
    ]);
  });

  it("hands back the words as typed", () => {
    expect(parse("1h AcM / Api")).toMatchObject({ projectWords: "AcM", subprojectWords: "Api" });
  });
});

describe("Comments", () => {
  it.each(comments)("%s: %j", (_, text, read) => {
    expect(summary(parse(text))).toBe(read);
  });
});
