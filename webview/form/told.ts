import type { ToPage } from "../../src/messages/form";

// What the host tells the page, one by one.

type Told<Kind extends ToPage["kind"]> = Extract<ToPage, { kind: Kind }>;

export type Show = Told<"show">;
export type Reading = Told<"reading">;
export type Found = Told<"found">;
