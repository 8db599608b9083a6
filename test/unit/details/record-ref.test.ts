import { describe, expect, it } from "vitest";
import { chosenRecords } from "../../../src/details/record-ref";

const row = (recordId: string) => ({ kind: "record", resourceName: "projects", recordId, more: [] });
const ids = (...given: Parameters<typeof chosenRecords>) =>
  chosenRecords(...given).map(({ recordId }) => recordId);

describe("the records that a command is about", () => {
  it("are the clicked one, or all that are selected where it is among them", () => {
    expect(ids([row("1")], () => row("9"))).toEqual(["1"]);
    expect(ids([row("2"), [row("1"), row("2")]], () => undefined)).toEqual(["1", "2"]);
    expect(ids([row("3"), [row("1"), row("2")]], () => undefined)).toEqual(["3"]);
  });

  it("are the selected ones where nothing was clicked", () => {
    expect(ids([], () => [row("1"), { kind: "group" }, row("2")])).toEqual(["1", "2"]);
    expect(ids([undefined, undefined], () => row("9"))).toEqual(["9"]);
    expect(ids([], () => undefined)).toEqual([]);
  });

  it("are none where something else was given", () => {
    for (const given of ["1", 7, {}, { resourceName: "projects" }, { resourceName: 1, recordId: 2 }]) {
      expect(ids([given], () => row("9"))).toEqual([]);
    }
  });
});
