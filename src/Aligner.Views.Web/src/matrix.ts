import type { Annotations, LinkKind } from "./annotations";
import { h } from "./dom";
import { rove, type WordFocus } from "./focus";
import { keyOf, type Reference } from "./links";
import type { Pair } from "./pair";
import { standsUpright, type Side } from "./scripts";

const CYCLE: Readonly<Record<LinkKind, LinkKind>> = { none: "sure", sure: "possible", possible: "none" };

/** What the matrix needs besides the pair. */
export interface MatrixContext {
  readonly sides: readonly [Side, Side];
  readonly systems: readonly string[];
  readonly annotations: Annotations;
  readonly focus: WordFocus;
  /** Whether links can be changed now. */
  readonly isEditing: () => boolean;
}

/**
 * A row for each source word, a column for each target word. Reference links are squares, the links of systems discs
 * and diamonds upon them. The cells are one stop of the Tab key; arrows lead through them.
 */
export class Matrix {
  readonly element: HTMLElement;
  readonly #table: HTMLTableElement;
  readonly #cells: readonly (readonly HTMLTableCellElement[])[];
  readonly #rowHeads: readonly HTMLElement[];
  readonly #columnHeads: readonly HTMLElement[];

  constructor(
    private readonly pair: Pair,
    private readonly context: MatrixContext,
  ) {
    const [sourceSide, targetSide] = context.sides;
    this.#rowHeads = pair.source.map((word, i) =>
      h(
        "th",
        { scope: "row", lang: sourceSide.language, dir: sourceSide.direction, "data-side": "source", "data-word": i },
        word,
      ),
    );
    this.#columnHeads = pair.target.map((word, j) =>
      h(
        "th",
        { scope: "col", lang: targetSide.language, dir: targetSide.direction, "data-side": "target", "data-word": j },
        h("span", { class: standsUpright(targetSide) ? "down upright" : "down" }, word),
      ),
    );
    this.#cells = pair.source.map((_, i) => pair.target.map((_, j) => this.#cell(i, j)));
    this.#table = h(
      "table",
      { class: "matrix", role: "grid", "aria-label": "Links", dir: targetSide.direction },
      h("thead", {}, h("tr", {}, h("td"), ...this.#columnHeads)),
      h("tbody", {}, ...this.#cells.map((cells, i) => h("tr", {}, this.#rowHeads[i], ...cells))),
    );
    this.#cells[0]?.[0]?.setAttribute("tabindex", "0");
    this.element = h("div", { class: "scroller" }, this.#table);
    context.focus.watch(this.element);
    context.focus.listen((word) =>
      this.#light(word?.side === "source" ? word.index : -1, word?.side === "target" ? word.index : -1),
    );
    this.#listen();
  }

  /** Shows the links as they are now. */
  refresh(): void {
    const reference = this.context.annotations.reference(this.pair);
    this.#cells.forEach((cells, i) => cells.forEach((cell, j) => this.#fill(cell, i, j, reference)));
  }

  #cell(i: number, j: number): HTMLTableCellElement {
    const cell = h("td", { role: "gridcell", tabindex: -1, "data-source": i, "data-target": j });
    this.#fill(cell, i, j, this.context.annotations.reference(this.pair));
    return cell;
  }

  #fill(cell: HTMLElement, i: number, j: number, reference: Reference | null): void {
    const key = keyOf(i, j);
    const isSure = reference?.sure.has(key) ?? false;
    const isPossible = reference?.possible.has(key) ?? false;
    cell.dataset["kind"] = isSure ? "sure" : isPossible ? "possible" : "none";
    const marks: HTMLElement[] = [];
    this.pair.systems.forEach((system, k) => {
      if (!system.links.has(key)) return;
      const mark = h("i", { class: k === 0 ? "disc" : "diamond" });
      if (reference && !isSure && !isPossible) mark.classList.add("wrong");
      const probability = system.probability(key);
      if (probability !== undefined) mark.style.opacity = String(0.35 + 0.65 * probability);
      marks.push(mark);
    });
    if (cell.firstChild || marks.length > 0) cell.replaceChildren(...marks);
    if (marks.length > 0 || isSure || isPossible) cell.setAttribute("aria-label", this.#describe(i, j));
    else cell.removeAttribute("aria-label");
  }

  /** What a screen reader says of a cell. */
  #describe(i: number, j: number): string {
    const key = keyOf(i, j);
    const kind = this.context.annotations.reference(this.pair)
      ? this.context.annotations.kind(this.pair, i, j)
      : "none";
    const parts = [`${this.pair.source[i]} – ${this.pair.target[j]}`];
    if (kind !== "none") parts.push(`${kind} in the reference`);
    this.pair.systems.forEach((system, k) => {
      if (system.links.has(key)) parts.push(`linked by ${this.context.systems[k]}`);
    });
    return parts.length > 1 ? parts.join(", ") : `${parts[0]}, no link`;
  }

  #listen(): void {
    this.#table.addEventListener("pointerover", (event) => this.#look(event.target as Element));
    this.#table.addEventListener("focusin", (event) => this.#look(event.target as Element));
    this.#table.addEventListener("click", (event) => {
      const place = placeOf(event.target as Element);
      if (place && this.context.isEditing())
        this.#set(place, CYCLE[this.context.annotations.kind(this.pair, ...place)]);
    });
    this.#table.addEventListener("keydown", (event) => {
      const place = placeOf(event.target as Element);
      if (!place || event.ctrlKey || event.metaKey || event.altKey) return;
      if (this.#step(event.key, place) || this.#edit(event.key, place)) event.preventDefault();
    });
  }

  /** A cell is looked at: its two words are marked at the borders, and a screen reader can name it. */
  #look(target: Element): void {
    const place = placeOf(target);
    if (!place) return;
    const [i, j] = place;
    this.#cells[i]![j]!.setAttribute("aria-label", this.#describe(i, j));
    this.context.focus.set({ side: "source", index: i });
    this.#light(i, j);
  }

  #step(key: string, [i, j]: readonly [number, number]): boolean {
    const forward = this.context.sides[1].direction === "rtl" ? -1 : 1;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [i - 1, j],
      ArrowDown: [i + 1, j],
      ArrowLeft: [i, j - forward],
      ArrowRight: [i, j + forward],
      Home: [i, 0],
      End: [i, this.pair.target.length - 1],
    };
    const to = moves[key];
    if (!to) return false;
    rove(this.#cells.flat(), this.#cells[to[0]]?.[to[1]]);
    return true;
  }

  #edit(key: string, place: readonly [number, number]): boolean {
    if (!this.context.isEditing()) return false;
    const kinds: Readonly<Record<string, LinkKind>> = { s: "sure", p: "possible", Delete: "none", Backspace: "none" };
    const kind =
      key === "Enter" || key === " " ? CYCLE[this.context.annotations.kind(this.pair, ...place)] : kinds[key];
    if (!kind) return false;
    this.#set(place, kind);
    return true;
  }

  #set([i, j]: readonly [number, number], kind: LinkKind): void {
    this.context.annotations.set(this.pair, i, j, kind);
  }

  #light(row: number, column: number): void {
    this.#rowHeads.forEach((head, i) => head.classList.toggle("active", i === row));
    this.#columnHeads.forEach((head, j) => head.classList.toggle("active", j === column));
    this.#table.querySelectorAll("tr.active").forEach((line) => line.classList.remove("active"));
    if (row >= 0) this.#table.tBodies[0]?.rows[row]?.classList.add("active");
    this.#cells.forEach((cells) => cells.forEach((cell, j) => cell.classList.toggle("column", j === column)));
  }
}

function placeOf(target: Element): [number, number] | null {
  const cell = target.closest<HTMLElement>("td[data-source]");
  return cell && [Number(cell.dataset["source"]), Number(cell.dataset["target"])];
}
