export interface Debounced {
  /** Calls when nothing more has come for the while. */
  later(text: string): void;
  /** Calls at once, and only this time. */
  now(text: string): void;
  cancel(): void;
}

/** So that not every key asks the host. */
export function debounced(waitMs: number, call: (text: string) => void): Debounced {
  let timer: number | undefined;
  const cancel = () => {
    window.clearTimeout(timer);
  };
  return {
    cancel,
    later(text) {
      cancel();
      timer = window.setTimeout(() => {
        call(text);
      }, waitMs);
    },
    now(text) {
      cancel();
      call(text);
    },
  };
}
