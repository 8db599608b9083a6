// The page of a form: shows what the host says, and sends back what a person fills in.
import { toPage } from "../../src/messages/form";
import { send } from "../host";
import { FormPage } from "./form-page";

const page = new FormPage();

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const message = toPage.safeParse(data);
  if (message.success) page.hear(message.data);
  else console.warn("A message that is not known:", message.error.message);
});

send({ kind: "ready" });
