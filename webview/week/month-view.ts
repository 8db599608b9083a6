import type { MonthFigure, MonthModel, WeekTexts } from "../../src/messages/week";
import { formatMinutes } from "../../src/time/grammar/format";
import { clipped, make, makeWords, newId } from "../elements";
import { pushButton } from "./push-button";

const SVG = "http://www.w3.org/2000/svg";

/** Measures of the pictures, in their own units. */
const WIDTH = 640;
const LINE = 30;
const BAR = 14;
const NAMES = 190;
const NUMBERS = 130;

/** Where the month went: two pictures, and the same numbers as tables. */
export function monthView(month: MonthModel, texts: WeekTexts, onExport: () => void): HTMLElement {
  const section = make("section", "month");
  const heading = make("h2", "", month.title);
  heading.id = newId("month");
  section.setAttribute("aria-labelledby", heading.id);
  section.append(heading);
  for (const { caption, figures } of [
    { caption: texts.byProject, figures: month.byProject },
    { caption: texts.byWeek, figures: month.byWeek },
  ]) {
    section.append(make("h3", "", caption), picture(figures, texts), table(caption, figures, texts));
  }
  const close = pushButton(texts.close, () => {
    section.remove();
  });
  const buttons = make("div", "toolbar");
  buttons.append(pushButton(texts.exportMonth, onExport), close);
  section.append(legend(texts), buttons);
  return section;
}

/** A bar for what was logged; a mark across it where the plan ends. Screen readers are given the table. */
function picture(figures: readonly MonthFigure[], texts: WeekTexts): SVGElement {
  const height = Math.max(1, figures.length) * LINE;
  const svg = shape("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "chart", "aria-hidden": "true" });
  const most = Math.max(1, ...figures.flatMap(({ minutes, planned }) => [minutes, planned]));
  const scale = (WIDTH - NAMES - NUMBERS) / most;
  figures.forEach(({ name, minutes, planned }, at) => {
    const middle = at * LINE + LINE / 2;
    const top = middle - BAR / 2;
    const end = NAMES + minutes * scale;
    const bar = shape("rect", {
      class: "bar",
      x: NAMES,
      y: top,
      width: Math.max(minutes > 0 ? 2 : 0, minutes * scale),
      height: BAR,
    });
    svg.append(text(clipped(name, 22), NAMES - 10, middle, "name"), bar);
    if (planned > 0) {
      const x = NAMES + planned * scale;
      svg.append(shape("line", { class: "plan", x1: x, x2: x, y1: top - 4, y2: top + BAR + 4 }));
    }
    const numbers =
      planned > 0 ? `${formatMinutes(minutes)} / ${formatMinutes(planned)}` : formatMinutes(minutes);
    svg.append(text(numbers, Math.max(end, NAMES + planned * scale) + 10, middle, "number"));
  });
  const title = shape("title", {});
  title.textContent = `${texts.logged} / ${texts.planned}`;
  svg.prepend(title);
  return svg;
}

function table(caption: string, figures: readonly MonthFigure[], texts: WeekTexts): HTMLElement {
  const element = make("table", "for-readers");
  element.createCaption().textContent = caption;
  const head = element.createTHead().insertRow();
  for (const label of [caption, texts.logged, texts.planned]) {
    const cell = make("th", "", label);
    cell.scope = "col";
    head.append(cell);
  }
  const body = element.createTBody();
  for (const { name, minutes, planned } of figures) {
    const row = body.insertRow();
    const cell = makeWords("th", "", name);
    cell.scope = "row";
    row.append(cell, make("td", "", formatMinutes(minutes)), make("td", "", formatMinutes(planned)));
  }
  return element;
}

function legend(texts: WeekTexts): HTMLElement {
  const element = make("p", "legend");
  element.append(
    make("span", "sample logged"),
    make("span", "", texts.logged),
    make("span", "sample planned"),
    make("span", "", texts.planned),
  );
  element.setAttribute("aria-hidden", "true");
  return element;
}

function text(content: string, x: number, y: number, className: string): SVGElement {
  const element = shape("text", { x, y, class: className, "dominant-baseline": "central" });
  element.textContent = content;
  return element;
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  // The namespace says that it is one.
  return element;
}
