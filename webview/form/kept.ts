import { pageState, type FormValues, type PageState } from "../../src/messages/form";
import { host } from "../host";

/** VS Code gives it to the page when it is made anew: when its hidden tab is shown again, or after a restart. */
export function keep(state: PageState): void {
  host.setState(state);
}

/** What was typed into this form and the host did not get; nothing, where what is kept is of another. */
export function keptValues(form: string): FormValues {
  const kept = pageState.safeParse(host.getState());
  return kept.success && kept.data.form === form ? kept.data.values : {};
}
