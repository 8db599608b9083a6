// The page of the week sheet: shows what the host says, and sends back what a person types into cells.
import { toWeekPage } from "../../src/messages/week";
import { host } from "../host";
import { WeekPage } from "./week-page";

const page = new WeekPage();

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  const message = toWeekPage.safeParse(data);
  if (message.success) page.hear(message.data);
  else console.warn("A message that is not known:", message.error.message);
});

host.postMessage({ kind: "ready" });
