import type { Annotations } from "./annotations";
import { countLinks, errorRate, type Counts } from "./links";
import { fold, type Pair } from "./pair";

export type Order = "line" | "aer" | "score" | "length" | "difference";
export type Kind = "all" | "errors" | "wrong" | "missed" | "differ" | "edited";

/** Which pairs are listed, and in which order. */
export interface Query {
  readonly text: string;
  readonly kind: Kind;
  readonly order: Order;
  /** Pairs of a lower AER, in percent, are left out. */
  readonly leastAer: number | null;
  /** Pairs of a higher score are left out. */
  readonly mostScore: number | null;
}

export const everything: Query = { text: "", kind: "all", order: "line", leastAer: null, mostScore: null };

/** Answers questions about pairs; what it counts is remembered until the links of a pair change. */
export class Pairs {
  readonly #counts = new Map<number, readonly Counts[] | null>();

  constructor(
    readonly all: readonly Pair[],
    private readonly annotations: Annotations,
  ) {}

  forget(line: number | null): void {
    if (line === null) this.#counts.clear();
    else this.#counts.delete(line);
  }

  /** How the links of each system count; null where nothing is known to be right. */
  counts(pair: Pair): readonly Counts[] | null {
    let counts = this.#counts.get(pair.line);
    if (counts === undefined) {
      const reference = this.annotations.reference(pair);
      counts = reference && pair.systems.map((system) => countLinks(system.links, reference));
      this.#counts.set(pair.line, counts);
    }
    return counts;
  }

  /** The alignment error rate of the first system. */
  errorRate(pair: Pair): number | null {
    const first = this.counts(pair)?.[0];
    return first ? errorRate(first) : null;
  }

  select(query: Query): Pair[] {
    const words = fold(query.text)
      .split(/\s+/)
      .filter((word) => word.length > 0);
    return this.all
      .filter(
        (pair) =>
          words.every((word) => pair.text.includes(word)) &&
          this.#isOf(query.kind, pair) &&
          (query.leastAer === null || 100 * (this.errorRate(pair) ?? -1) >= query.leastAer) &&
          (query.mostScore === null || (pair.systems[0]?.score ?? Infinity) <= query.mostScore),
      )
      .sort(this.#by(query.order));
  }

  #isOf(kind: Kind, pair: Pair): boolean {
    const some = (test: (counts: Counts) => boolean): boolean => this.counts(pair)?.some(test) ?? false;
    switch (kind) {
      case "all":
        return true;
      case "errors":
        return some(hasWrong) || some(hasMissed);
      case "wrong":
        return some(hasWrong);
      case "missed":
        return some(hasMissed);
      case "differ":
        return difference(pair) > 0;
      case "edited":
        return this.annotations.has(pair);
    }
  }

  #by(order: Order): (left: Pair, right: Pair) => number {
    const key: (pair: Pair) => number = {
      line: () => 0,
      aer: (pair: Pair) => -(this.errorRate(pair) ?? -1),
      score: (pair: Pair) => pair.systems[0]?.score ?? Infinity,
      length: (pair: Pair) => -(pair.source.length + pair.target.length),
      difference: (pair: Pair) => -difference(pair),
    }[order];
    return (left, right) => {
      const [a, b] = [key(left), key(right)];
      return a === b ? left.index - right.index : a - b;
    };
  }
}

export const hasWrong = (counts: Counts): boolean => counts.predictedPossible < counts.predicted;
export const hasMissed = (counts: Counts): boolean => counts.predictedSure < counts.sure;

/** How many links the first two systems do not share. */
function difference(pair: Pair): number {
  const [first, second] = pair.systems;
  if (!first || !second) return 0;
  let shared = 0;
  for (const key of first.links) if (second.links.has(key)) shared++;
  return first.links.size + second.links.size - 2 * shared;
}
