import type { Annotations } from "./annotations";
import { renderArcs } from "./arcs";
import { renderDetails, linksOf } from "./details";
import { button, decimal, h, percent, whole } from "./dom";
import { WordFocus } from "./focus";
import { errorRate } from "./links";
import { Matrix } from "./matrix";
import type { Pair } from "./pair";
import type { Pairs } from "./query";
import { renderSentences } from "./sentences";
import type { Side } from "./scripts";

type Drawing = "matrix" | "arcs";

/** What the view of a pair needs besides the pair. */
export interface PairContext {
  readonly sides: readonly [Side, Side];
  readonly systems: readonly string[];
  readonly annotations: Annotations;
  readonly pairs: Pairs;
}

/** The pair that is looked at: its sentences, its links as a matrix or as arcs, and what is known of a word. */
export class PairView {
  readonly element = h("main", { class: "pair", id: "pair" });
  readonly #focus = new WordFocus();
  #drawing: Drawing = "matrix";
  #pair: Pair | undefined;
  #isEditing = false;
  #matrix: Matrix | undefined;
  #status = h("div", { class: "status" });
  #details = h("section", { class: "details", "aria-label": "Links of a word", "aria-live": "polite" });

  constructor(
    private readonly context: PairContext,
    private readonly step: (by: number) => void,
  ) {}

  get pair(): Pair | undefined {
    return this.#pair;
  }

  get isEditing(): boolean {
    return this.#isEditing;
  }

  /** Starts or ends editing, which is done in the matrix. */
  set isEditing(value: boolean) {
    this.#isEditing = value;
    if (value) this.#drawing = "matrix";
    this.render();
  }

  show(pair: Pair | undefined): void {
    this.#pair = pair;
    this.render();
  }

  /** The links of the pair, or whether they can be changed, are no longer what they were. */
  refresh(): void {
    if (!this.#pair) return;
    if (this.#matrix) this.#matrix.refresh();
    else this.render();
    this.element.classList.toggle("editing", this.isEditing);
    this.#status.replaceChildren(...this.#describe(this.#pair));
    this.#showDetails(this.#pair);
  }

  render(): void {
    const pair = this.#pair;
    this.#focus.clear();
    if (!pair) {
      this.element.replaceChildren(h("p", { class: "empty" }, "No pair matches."));
      return;
    }

    const { sides, systems, annotations } = this.context;
    this.element.classList.toggle("editing", this.isEditing);
    this.#status.replaceChildren(...this.#describe(pair));
    this.#details.replaceChildren(h("p", { class: "quiet" }, "Point at a word, or move to it, to see its links."));
    this.#matrix = undefined;
    const sentences = renderSentences(pair, sides, this.#focus, (word) => new Set(linksOf(pair, word, null)));
    let drawing: HTMLElement;
    if (this.#drawing === "matrix") {
      this.#matrix = new Matrix(pair, {
        sides,
        systems,
        annotations,
        focus: this.#focus,
        isEditing: () => this.isEditing,
      });
      drawing = this.#matrix.element;
    } else {
      drawing = renderArcs(pair, sides, systems, annotations.reference(pair), this.#focus);
    }
    this.#focus.listen(() => this.#showDetails(pair));
    this.element.replaceChildren(
      h("div", { class: "bar-top" }, h("h2", {}, `Pair ${whole(pair.line)}`), this.#status, this.#steps()),
      sentences,
      h("div", { class: "bar-drawing" }, this.#choice(), this.#legend(pair)),
      h("div", { class: "workspace" }, h("div", { class: "drawing" }, drawing), this.#details),
    );
  }

  #showDetails(pair: Pair): void {
    const word = this.#focus.word;
    if (!word) return;
    this.#details.replaceChildren(...renderDetails(pair, word, this.context.annotations.reference(pair), this.context));
  }

  #describe(pair: Pair): Node[] {
    const counts = this.context.pairs.counts(pair);
    return this.context.systems.map((name, k) => {
      const own = counts?.[k];
      const score = pair.systems[k]?.score;
      const facts = [
        own && `AER ${percent(errorRate(own))}`,
        own && `${own.predicted - own.predictedPossible} wrong`,
        own && `${own.sure - own.predictedSure} missed`,
        score !== null && score !== undefined && `score ${decimal(score)}`,
      ].filter((fact): fact is string => Boolean(fact));
      return h("span", { class: "facts" }, h("b", {}, name), facts.length > 0 ? ` ${facts.join(" · ")}` : "");
    });
  }

  #steps(): HTMLElement {
    return h(
      "div",
      { class: "steps" },
      button("‹", { "aria-label": "Previous pair", class: "icon" }, () => this.step(-1)),
      button("›", { "aria-label": "Next pair", class: "icon" }, () => this.step(1)),
    );
  }

  #choice(): HTMLElement {
    const drawings: readonly (readonly [Drawing, string])[] = [
      ["matrix", "Matrix"],
      ["arcs", "Arcs"],
    ];
    return h(
      "div",
      { class: "segments", role: "group", "aria-label": "Drawing" },
      ...drawings.map(([drawing, label]) =>
        button(label, { "aria-pressed": String(this.#drawing === drawing), id: `show-${drawing}` }, () => {
          this.#drawing = drawing;
          this.render();
          document.getElementById(`show-${drawing}`)?.focus();
        }),
      ),
    );
  }

  #legend(pair: Pair): HTMLElement {
    const hasReference = this.context.annotations.reference(pair) !== null || this.isEditing;
    const entry = (mark: string, label: string): HTMLElement =>
      h("span", { class: "entry" }, h("span", { class: `key ${mark}`, "aria-hidden": "true" }), label);
    const marks = this.context.systems.map((name, k) => entry(k === 0 ? "disc" : "diamond", name));
    return h(
      "div",
      { class: "legend" },
      ...(this.#drawing === "matrix" ? marks : []),
      ...(hasReference && this.#drawing === "matrix"
        ? [entry("sure", "sure"), entry("possible", "possible"), entry("disc wrong", "wrong")]
        : []),
      ...(hasReference && this.#drawing === "arcs"
        ? [entry("line right", "right"), entry("line wrong", "wrong"), entry("line missed", "missed")]
        : []),
    );
  }
}
