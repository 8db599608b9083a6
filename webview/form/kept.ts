import { pageState, type FormValues, type PageState } from "../../src/messages/form";
import { host } from "../host";

/** VS Code gives it to the page when it is made anew: when its hidden tab is shown again, or after a restart. */
export function keep(state: PageState): void {
  host.setState(state);
}

/** What was typed into this form after what the host has; nothing, where what is kept is of another, or older. */
export function keptValues(form: string, hostsTurn: number): FormValues {
  const kept = pageState.safeParse(host.getState());
  return kept.success && kept.data.form === form && kept.data.turn > hostsTurn ? kept.data.values : {};
}
