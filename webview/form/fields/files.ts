import type { AttachedFile, FormField } from "../../../src/messages/form";
import { iconButton, textButton } from "../parts/buttons";
import { make, makeWords } from "../parts/elements";
import type { Control, ControlParts, Of } from "./control";

/** Files by name and size: what is in them stays with the host. */
export function filesControl(field: Of<"files">, { texts, changed, chooseFiles }: ControlParts): Control {
  const element = make("div", "files");
  const list = make("ul", "file-list");
  const choose = textButton(texts.chooseFiles, chooseFiles);
  element.append(list, choose);

  let files: readonly AttachedFile[] = field.value;
  /** Those that the host has shown; undefined before it has shown any. */
  let seen: Set<string> | undefined;

  const show = () => {
    list.hidden = files.length === 0;
    list.replaceChildren(...files.map(row));
  };
  const row = (file: AttachedFile) => {
    const item = make("li", "file");
    const remove = iconButton("close", `${texts.remove}: ${file.name}`, () => {
      files = files.filter((other) => other !== file);
      show();
      choose.focus();
      changed();
    });
    item.append(makeWords("span", "file-name", file.name), make("span", "file-size", file.size), remove);
    return item;
  };
  show();

  return {
    element,
    label: "group",
    value: () => [...files],
    focusable: () => choose,
    /** A file that was not there before has been chosen since; one that was, and is gone, has been removed here. */
    hearField(shown: FormField) {
      if (shown.kind !== "files") return;
      const known = seen;
      const chosen = known ? shown.value.filter(({ id }) => !known.has(id)) : [];
      seen = new Set([...(known ?? []), ...shown.value.map(({ id }) => id)]);
      if (chosen.length === 0) return;
      files = field.many ? [...files, ...chosen] : chosen.slice(-1);
      show();
      changed();
    },
  };
}
