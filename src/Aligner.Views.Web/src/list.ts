import { h } from "./dom";
import type { Pair } from "./pair";

const ROW = 64;
const SPARE = 6;

/**
 * The list of pairs. Only the rows that are seen exist, so that any number of pairs scrolls smoothly. It is one stop of
 * the Tab key; arrows, Page Up and Down, Home and End move in it.
 */
export class PairList {
  readonly element: HTMLElement;
  readonly #canvas: HTMLElement;
  readonly #rows = new Map<number, HTMLElement>();
  #pairs: readonly Pair[] = [];
  #selected = -1;

  constructor(
    private readonly render: (pair: Pair) => Node[],
    private readonly select: (pair: Pair) => void,
  ) {
    this.#canvas = h("div", { class: "canvas", role: "presentation" });
    this.element = h(
      "div",
      { class: "list", role: "listbox", tabindex: 0, "aria-label": "Sentence pairs" },
      this.#canvas,
    );
    this.element.addEventListener("scroll", () => requestAnimationFrame(() => this.#draw()), { passive: true });
    new ResizeObserver(() => this.#draw()).observe(this.element);
    this.element.addEventListener("keydown", (event) => this.#move(event));
    this.#canvas.addEventListener("click", (event) => {
      const row = (event.target as Element).closest<HTMLElement>(".row");
      if (row) this.choose(Number(row.dataset["position"]));
    });
  }

  get pairs(): readonly Pair[] {
    return this.#pairs;
  }

  /** Shows other pairs; the selected pair stays selected if it is among them. */
  show(pairs: readonly Pair[], selected: Pair | undefined): void {
    this.#pairs = pairs;
    this.#selected = selected ? pairs.indexOf(selected) : -1;
    this.#canvas.style.height = `${pairs.length * ROW}px`;
    this.refresh();
    if (this.#selected >= 0) this.#reveal();
    else this.element.scrollTop = 0;
  }

  /** Draws the rows again, because what is known of pairs has changed. */
  refresh(): void {
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    this.#draw();
  }

  /** Selects the pair at a position of the list. */
  choose(position: number): void {
    const pair = this.#pairs[position];
    if (!pair || position === this.#selected) return;
    const before = this.#selected;
    this.#selected = position;
    this.#reveal();
    this.#mark(before);
    this.#mark(position);
    this.select(pair);
  }

  /** Selects the pair that stands so many rows after the selected one. */
  step(by: number): void {
    this.choose(Math.min(Math.max(this.#selected + by, 0), this.#pairs.length - 1));
  }

  #move(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -this.#pairs.length,
      End: this.#pairs.length,
    };
    const by = steps[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.step(by);
  }

  #reveal(): void {
    const top = this.#selected * ROW;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + ROW > scrollTop + clientHeight) this.element.scrollTop = top + ROW - clientHeight;
    this.#draw();
  }

  #draw(): void {
    const first = Math.max(0, Math.floor(this.element.scrollTop / ROW) - SPARE);
    const end = Math.min(
      this.#pairs.length,
      Math.ceil((this.element.scrollTop + this.element.clientHeight) / ROW) + SPARE,
    );
    for (const [position, row] of this.#rows) {
      if (position < first || position >= end) {
        row.remove();
        this.#rows.delete(position);
      }
    }
    for (let position = first; position < end; position++) {
      if (!this.#rows.has(position)) {
        const row = this.#row(position);
        this.#rows.set(position, row);
        this.#canvas.append(row);
      }
    }
    this.#mark(this.#selected);
  }

  #row(position: number): HTMLElement {
    const row = h(
      "div",
      {
        class: "row",
        role: "option",
        id: `row-${position}`,
        "aria-setsize": this.#pairs.length,
        "aria-posinset": position + 1,
        "aria-selected": position === this.#selected ? "true" : "false",
        "data-position": position,
      },
      ...this.render(this.#pairs[position]!),
    );
    row.style.transform = `translateY(${position * ROW}px)`;
    return row;
  }

  #mark(position: number): void {
    this.#rows.get(position)?.setAttribute("aria-selected", String(position === this.#selected));
    if (this.#rows.has(this.#selected)) this.element.setAttribute("aria-activedescendant", `row-${this.#selected}`);
    else this.element.removeAttribute("aria-activedescendant");
  }
}
