import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { employees } from "../../../src/resources/employees/employees";
import { projects } from "../../../src/resources/project-management/projects";
import { Emitter } from "../../../src/store/emitter";
import { Store, type StoreChange } from "../../../src/store/store";

const acme = { id: "1", name: "ACME", status: "active" };
const umbra = { id: "2", name: "Umbra", status: "active" };

let store: Store;
let changes: StoreChange[];
beforeEach(() => {
  store = new Store();
  changes = [];
  store.onDidChange((change) => changes.push(change));
});

describe("the store", () => {
  it("gives back what was put, by id, and tells", () => {
    expect(store.get(projects, "1")).toBeUndefined();
    store.put(projects, [acme, umbra]);
    expect(store.get(projects, "1")).toEqual(acme);
    expect(store.all(projects)).toEqual([acme, umbra]);
    expect(changes).toEqual([{ resource: projects, put: ["1", "2"], written: false, removed: [] }]);
  });

  it("keeps the latest of a record, in its place", () => {
    store.put(projects, [acme, umbra]);
    store.put(projects, [{ ...acme, name: "ACME Corp." }]);
    expect(store.all(projects).map(({ name }) => name)).toEqual(["ACME Corp.", "Umbra"]);
    expect(changes).toHaveLength(2);
  });

  it("keeps resources apart, whose ids may be the same", () => {
    store.put(projects, [acme]);
    store.put(employees, [{ id: "1", full_name: "Nora Vidal" }]);
    expect(store.get(projects, "1")?.name).toBe("ACME");
    expect(store.get(employees, "1")?.full_name).toBe("Nora Vidal");
    store.remove(employees, ["1"]);
    expect(store.get(projects, "1")).toEqual(acme);
  });

  it("removes what is there, and tells only of that", () => {
    store.put(projects, [acme, umbra]);
    changes.length = 0;
    store.remove(projects, ["1", "9"]);
    expect(store.all(projects)).toEqual([umbra]);
    expect(changes).toEqual([{ resource: projects, put: [], written: false, removed: ["1"] }]);
  });

  it("says nothing where nothing changed", () => {
    store.put(projects, []);
    store.remove(projects, ["1"]);
    store.remove(employees, []);
    expect(changes).toEqual([]);
  });

  it("holds the record already when it tells of it", () => {
    let seen: string | undefined;
    store.onDidChange(() => {
      seen = store.get(projects, "1")?.name;
    });
    store.put(projects, [acme]);
    expect(seen).toBe("ACME");
  });

  it("is empty and silent once it is disposed of", () => {
    store.put(projects, [acme]);
    changes.length = 0;
    store.dispose();
    expect(store.all(projects)).toEqual([]);
    store.put(projects, [acme]);
    expect(changes).toEqual([]);
  });
});

describe("an emitter", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("tells everybody, as often as they subscribed, until they leave", () => {
    const emitter = new Emitter<number>();
    const heard: number[] = [];
    const listener = (event: number) => heard.push(event);
    const first = emitter.event(listener);
    emitter.event(listener);
    emitter.fire(1);
    first.dispose();
    first.dispose();
    emitter.fire(2);
    expect(heard).toEqual([1, 1, 2]);
    emitter.dispose();
    emitter.fire(3);
    expect(heard).toEqual([1, 1, 2]);
  });

  it("lets listeners come and go while it tells", () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const leaving = emitter.event((event) => {
      heard.push(`once ${event}`);
      leaving.dispose();
      emitter.event((later) => heard.push(`late ${later}`));
    });
    emitter.fire(1);
    emitter.fire(2);
    expect(heard).toEqual(["once 1", "late 2"]);
  });

  it("keeps a listener's failure from the others and from whoever fires, and reports it", () => {
    const reports: (() => void)[] = [];
    vi.spyOn(globalThis, "queueMicrotask").mockImplementation((report) => {
      reports.push(report);
    });
    const emitter = new Emitter<number>();
    const heard: number[] = [];
    emitter.event(() => {
      throw new Error("A view is broken");
    });
    emitter.event((event) => heard.push(event));
    emitter.fire(1);
    expect(heard).toEqual([1]);
    expect(reports).toHaveLength(1);
    expect(() => {
      reports[0]?.();
    }).toThrow("A view is broken");
  });
});
