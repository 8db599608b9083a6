interface Draggable {
  readonly element: HTMLElement;
  readonly handle: HTMLElement;
}

type Drop<Row> = (row: Row, before: Element | undefined) => void;

/** Dragging of items by their handles, within a list and between lists that share this. */
export class ItemDrag<Row extends Draggable> {
  #dragged: Row | undefined;
  #mark: Element | undefined;

  drags(row: Row): void {
    row.handle.addEventListener("dragstart", (event) => {
      this.#dragged = row;
      row.element.classList.add("dragged");
      event.dataTransfer?.setDragImage(row.element, 0, 0);
    });
    row.handle.addEventListener("dragend", () => {
      this.#dragged = undefined;
      row.element.classList.remove("dragged");
      this.#showPlace(undefined);
    });
  }

  /** `drop` is told which item of the list the dragged one comes before; none, at the end. */
  dropsOn(list: HTMLElement, drop: Drop<Row>): void {
    list.addEventListener("dragover", (event) => {
      const dragged = this.#dragged;
      if (!dragged || dragged.element.contains(list)) return;
      event.preventDefault();
      this.#showPlace(itemBelow(list, event.clientY) ?? list);
    });
    list.addEventListener("dragleave", () => {
      this.#showPlace(undefined);
    });
    list.addEventListener("drop", (event) => {
      const dragged = this.#dragged;
      if (!dragged || dragged.element.contains(list)) return;
      event.preventDefault();
      this.#showPlace(undefined);
      drop(dragged, itemBelow(list, event.clientY));
    });
  }

  #showPlace(mark: Element | undefined): void {
    if (mark === this.#mark) return;
    this.#mark?.classList.remove("drop-here");
    mark?.classList.add("drop-here");
    this.#mark = mark;
  }
}

/** The first item whose middle is below the mouse. */
function itemBelow(list: HTMLElement, y: number): Element | undefined {
  return [...list.children].find((item) => {
    const { top, height } = item.getBoundingClientRect();
    return y < top + height / 2;
  });
}
