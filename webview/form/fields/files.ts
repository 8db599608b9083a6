import type { AttachedFile, FormField } from "../../../src/messages/form";
import { iconButton, textButton } from "../parts/buttons";
import { make, makeWords } from "../../elements";
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
    /**
     * A file that was not there before has been chosen since; one that was, and is gone, has been removed here, or has
     * been chosen again.
     */
    hearField(shown: FormField) {
      if (shown.kind !== "files") return;
      const known = seen;
      const there = new Set(shown.value.map(({ id }) => id));
      seen = new Set([...(known ?? []), ...there]);
      if (!known) return;
      const chosen = shown.value.filter(({ id }) => !known.has(id));
      const kept = files.filter(({ id }) => !known.has(id) || there.has(id));
      if (chosen.length === 0 && kept.length === files.length) return;
      files = field.many ? [...kept, ...chosen] : [...kept, ...chosen].slice(-1);
      show();
      changed();
    },
  };
}
