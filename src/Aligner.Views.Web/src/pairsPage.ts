import { Annotations } from "./annotations";
import type { PageData } from "./document";
import { button, choice, decimal, h, percent, whole } from "./dom";
import { errorRate } from "./links";
import { PairList } from "./list";
import { Pair } from "./pair";
import { PairView } from "./pairView";
import { everything, hasMissed, hasWrong, Pairs, type Kind, type Order, type Query } from "./query";
import { describeSide, type Side } from "./scripts";

/** The list of pairs with its search, the pair that is looked at, and the editor. */
export class PairsPage {
  readonly element: HTMLElement;
  readonly tools: HTMLElement;
  readonly #all: readonly Pair[];
  readonly #annotations: Annotations;
  readonly #pairs: Pairs;
  readonly #hasScores: boolean;
  readonly #sides: readonly [Side, Side];
  readonly #list: PairList;
  readonly #view: PairView;
  readonly #count = h("p", { class: "count", role: "status" });
  readonly #edit: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  readonly #revert: HTMLButtonElement;
  readonly #notice = h("p", { class: "notice", role: "alert", hidden: true });
  #query: Query = everything;

  constructor(private readonly data: PageData) {
    this.#all = data.pairs.map((pair, index) => new Pair(index, pair));
    this.#annotations = new Annotations(data.id);
    this.#hasScores = data.pairs.some(([, , , systems]) => (systems[0]?.[2] ?? null) !== null);
    this.#pairs = new Pairs(this.#all, this.#annotations);
    this.#sides = [
      describeSide(
        data.languages[0],
        this.#all.slice(0, 200).map((pair) => pair.source),
      ),
      describeSide(
        data.languages[1],
        this.#all.slice(0, 200).map((pair) => pair.target),
      ),
    ];
    this.#view = new PairView(
      {
        sides: this.#sides,
        systems: data.systems,
        annotations: this.#annotations,
        pairs: this.#pairs,
      },
      (by) => this.#list.step(by),
    );
    this.#list = new PairList(
      (pair) => this.#summarize(pair),
      (pair) => this.#open(pair),
    );
    this.#edit = button(
      "Edit",
      { "aria-pressed": "false", class: "primary", title: "Change links in the matrix" },
      () => this.#toggle(),
    );
    this.#undo = button("Undo", {}, () => this.#takeBack());
    this.#revert = button("Revert pair", {}, () => this.#view.pair && this.#annotations.revert(this.#view.pair));
    this.tools = h(
      "div",
      { class: "tools" },
      this.#undo,
      this.#revert,
      this.#edit,
      button("Export links", {}, () => this.#export()),
    );
    this.element = h(
      "div",
      { class: "pairs" },
      h("aside", { class: "side" }, this.#search(), this.#count, this.#list.element),
      h("div", { class: "content" }, this.#notice, this.#view.element),
    );
    this.#annotations.changed = (line) => this.#update(line);
    this.#annotations.failed = () =>
      this.#warn("The browser does not keep this work: export it before you leave the page.");
    this.#update(null);
    this.#apply(everything, this.#named() ?? this.#all[0]);
    addEventListener("hashchange", () => this.#follow());
  }

  /** The pairs of the highest error rates. */
  worst(count: number): { readonly pair: Pair; readonly rate: number }[] {
    return this.#pairs
      .select({ ...everything, order: "aer" })
      .slice(0, count)
      .map((pair) => ({ pair, rate: this.#pairs.errorRate(pair) ?? 0 }));
  }

  #search(): HTMLElement {
    const text = h("input", {
      type: "search",
      id: "search",
      placeholder: "Search words",
      "aria-label": "Search words",
      autocomplete: "off",
      spellcheck: "false",
    });
    text.addEventListener("input", () => this.#apply({ ...this.#query, text: text.value }));
    const kinds: readonly (readonly [Kind, string])[] = [
      ["all", "All pairs"],
      ["errors", "With errors"],
      ["wrong", "With wrong links"],
      ["missed", "With missed links"],
      ...(this.data.systems.length > 1 ? ([["differ", "Where systems differ"]] as const) : []),
      ["edited", "Edited"],
    ];
    const orders: readonly (readonly [Order, string])[] = [
      ["line", "Line"],
      ["aer", "Highest AER"],
      ...(this.#hasScores ? ([["score", "Lowest score"]] as const) : []),
      ["length", "Longest"],
      ...(this.data.systems.length > 1 ? ([["difference", "Most different"]] as const) : []),
    ];
    return h(
      "form",
      { class: "search", role: "search" },
      text,
      h(
        "div",
        { class: "fields" },
        choice("Show", "kind", kinds, (kind) => this.#apply({ ...this.#query, kind })),
        choice("Order", "order", orders, (order) => this.#apply({ ...this.#query, order })),
        number("AER from", "least-aer", "0", (leastAer) => this.#apply({ ...this.#query, leastAer })),
        this.#hasScores
          ? number("Score up to", "most-score", "0", (mostScore) => this.#apply({ ...this.#query, mostScore }))
          : null,
      ),
    );
  }

  #apply(query: Query, pair = this.#view.pair): void {
    this.#query = query;
    const found = this.#pairs.select(query);
    const shown = pair && found.includes(pair) ? pair : found[0];
    this.#count.textContent =
      found.length === this.#all.length
        ? `${whole(found.length)} pairs`
        : `${whole(found.length)} of ${whole(this.#all.length)} pairs`;
    this.#list.show(found, shown);
    if (shown !== this.#view.pair) this.#open(shown);
  }

  /** Shows a pair; once people look at the page, the address names it. */
  #open(pair: Pair | undefined): void {
    this.#view.show(pair);
    this.#showTools();
    if (pair && this.element.isConnected && location.hash !== `#${pair.line}`)
      history.replaceState(null, "", `#${pair.line}`);
  }

  /** The pair that the address names. */
  #named(): Pair | undefined {
    const line = Number(location.hash.slice(1));
    return this.#all.find((pair) => pair.line === line);
  }

  #follow(): void {
    const pair = this.#named();
    if (pair && pair !== this.#view.pair) this.#apply(this.#list.pairs.includes(pair) ? this.#query : everything, pair);
  }

  #summarize(pair: Pair): Node[] {
    const [source, target] = this.#sides;
    const counts = this.#pairs.counts(pair)?.[0];
    const badge = counts
      ? h(
          "span",
          { class: hasWrong(counts) || hasMissed(counts) ? "badge errors" : "badge" },
          percent(errorRate(counts)),
        )
      : pair.systems[0]?.score !== null && pair.systems[0]
        ? h("span", { class: "badge" }, decimal(pair.systems[0].score))
        : null;
    return [
      h(
        "span",
        { class: "line-number" },
        whole(pair.line),
        this.#annotations.has(pair) ? h("span", { class: "edited", title: "edited" }, "edited") : null,
      ),
      h("span", { class: "text", lang: source.language, dir: source.direction }, pair.source.join(" ")),
      h("span", { class: "text quiet", lang: target.language, dir: target.direction }, pair.target.join(" ")),
      ...(badge ? [badge] : []),
    ];
  }

  #toggle(): void {
    this.#view.isEditing = !this.#view.isEditing;
    this.#edit.setAttribute("aria-pressed", String(this.#view.isEditing));
    this.#warn(
      this.#view.isEditing
        ? "Click a cell, or press Enter in it: sure, possible, no link. S, P and Delete set one of them. What you do stays in this browser."
        : null,
    );
    this.#showTools();
  }

  #takeBack(): void {
    const line = this.#annotations.undo();
    const pair = this.#all.find((known) => known.line === line);
    if (pair && pair !== this.#view.pair) this.#apply(this.#list.pairs.includes(pair) ? this.#query : everything, pair);
  }

  #update(line: number | null): void {
    this.#pairs.forget(line);
    this.#list.refresh();
    this.#view.refresh();
    this.#showTools();
  }

  #showTools(): void {
    const pair = this.#view.pair;
    this.#undo.hidden = this.#revert.hidden = !this.#view.isEditing;
    this.#undo.disabled = !this.#annotations.canUndo;
    this.#revert.disabled = !pair || !this.#annotations.has(pair);
  }

  #warn(message: string | null): void {
    this.#notice.textContent = message ?? "";
    this.#notice.hidden = message === null;
  }

  /** Hands the links of all pairs of the page over as a file of Pharaoh lines. */
  #export(): void {
    const url = URL.createObjectURL(new Blob([this.#annotations.export(this.#all)], { type: "text/plain" }));
    h("a", { href: url, download: "links.txt" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

function number(label: string, id: string, placeholder: string, change: (value: number | null) => void): HTMLElement {
  const input = h("input", { type: "number", id, step: "any", placeholder });
  input.addEventListener("input", () => change(input.value === "" ? null : input.valueAsNumber));
  return h("div", { class: "field" }, h("label", { for: id }, label), input);
}
