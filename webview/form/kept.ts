import { pageState, type FormValues, type PageState } from "../../src/messages/form";
import { host } from "../host";

/** VS Code makes the page anew when its hidden tab is shown again, and gives it what it has kept. */
export function keep(state: PageState): void {
  host.setState(state);
}

/** What was typed into this form; nothing, where what is kept is of another. */
export function keptValues(form: string): FormValues {
  const kept = pageState.safeParse(host.getState());
  return kept.success && kept.data.form === form ? kept.data.values : {};
}
