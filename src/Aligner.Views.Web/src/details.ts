import { h } from "./dom";
import type { Word } from "./focus";
import { sourceOf, targetOf, type Reference } from "./links";
import type { Pair } from "./pair";
import type { Side } from "./scripts";

/** What the table of a word's links needs besides the word. */
export interface DetailsContext {
  readonly sides: readonly [Side, Side];
  readonly systems: readonly string[];
}

/** All links of a word, by any system or by the reference, in the order of the other words. */
export function linksOf(pair: Pair, word: Word, reference: Reference | null): number[] {
  const all = new Set([
    ...pair.systems.flatMap((system) => [...system.links]),
    ...(reference?.sure ?? []),
    ...(reference?.possible ?? []),
  ]);
  const own = word.side === "source" ? sourceOf : targetOf;
  return [...all].filter((key) => own(key) === word.index).sort((left, right) => left - right);
}

/** The links of a word as a table: what each system, its experts, and the reference say of them. */
export function renderDetails(pair: Pair, word: Word, reference: Reference | null, context: DetailsContext): Node[] {
  const [own, other] = word.side === "source" ? ([0, 1] as const) : ([1, 0] as const);
  const words = [pair.source, pair.target] as const;
  const keys = linksOf(pair, word, reference);
  const heading = h("h3", {}, "Links of ", quote(words[own][word.index]!, context.sides[own]));
  if (keys.length === 0) return [heading, h("p", { class: "quiet" }, "No link.")];

  const columns = pair.systems.flatMap((system, k) => [
    th(context.systems[k]!),
    ...system.experts.map((expert) => th(expert.name)),
  ]);
  const head = h("tr", {}, th("Word"), ...columns, reference ? th("Reference") : null);
  const rows = keys.map((key) => {
    const partner = word.side === "source" ? targetOf(key) : sourceOf(key);
    const side = context.sides[other];
    return h(
      "tr",
      {},
      h("th", { scope: "row", lang: side.language, dir: side.direction }, words[other][partner]!),
      ...pair.systems.flatMap((system) => [
        h("td", {}, system.links.has(key) ? sayProbability(system.probability(key)) : "–"),
        ...system.experts.map((expert) =>
          h("td", {}, system.links.has(key) ? sayProbability(expert.probabilities.get(key)) : "–"),
        ),
      ]),
      reference
        ? h("td", {}, reference.sure.has(key) ? "sure" : reference.possible.has(key) ? "possible" : "no link")
        : null,
    );
  });
  const table = h("table", { class: "data" }, h("thead", {}, head), h("tbody", {}, ...rows));
  return [
    heading,
    h("div", { class: "scroller", tabindex: 0, role: "group", "aria-label": "Links of the word" }, table),
  ];
}

const th = (label: string): HTMLElement => h("th", { scope: "col" }, label);

const quote = (word: string, side: Side): HTMLElement => h("q", { lang: side.language, dir: side.direction }, word);

const sayProbability = (probability: number | undefined): string =>
  probability === undefined ? "linked" : probability.toFixed(3);
