/** A machine's clock that stands still until it is moved; Unix milliseconds. */
export class FakeClock {
  constructor(public at: number) {}
  static from(instant: string): FakeClock {
    return new FakeClock(Date.parse(instant));
  }
  readonly now = () => this.at;
  pass(minutes: number): void {
    this.at += minutes * 60_000;
  }
  set(instant: string): void {
    this.at = Date.parse(instant);
  }
}

export const ACME = {
  project: { projectId: "1", projectWorkerId: "11", name: "ACME" },
  comment: "",
};

export const UMBRA = {
  project: { projectId: "2", projectWorkerId: "22", subprojectId: "5", name: "Umbra / Pipeline" },
  comment: "fix",
};
