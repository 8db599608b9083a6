// The page of a form: shows what the host says, and sends back what a person fills in.
import {
  filledIn,
  pageState,
  toPage,
  type FormModel,
  type PageState,
  type ToHost,
} from "../../src/messages/form";
import { host } from "../host";
import { FormView } from "./form-view";

let view: FormView | undefined;

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const message = toPage.safeParse(data);
  if (!message.success) {
    console.warn("A message that is not known:", message.error.message);
    return;
  }
  view ??= open(message.data.form);
  view.show(message.data);
});

send({ kind: "ready" });

function open(form: FormModel): FormView {
  // The page is made anew when its hidden tab is shown again; what was typed comes from what it has kept.
  const kept = pageState.safeParse(host.getState());
  const opened = new FormView({
    form: kept.success ? filledIn(form, kept.data.values) : form,
    onChange: () => {
      const state: PageState = { values: opened.values() };
      host.setState(state);
    },
    onSave: () => {
      send({ kind: "save", values: opened.values() });
    },
  });
  opened.focus();
  return opened;
}

function send(message: ToHost): void {
  host.postMessage(message);
}
