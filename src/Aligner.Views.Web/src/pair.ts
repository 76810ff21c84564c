import type { PairData, SystemData } from "./document";
import { keysOf, type LinkSet, type Reference } from "./links";

/** What an expert of a system says of its links. */
export interface Expert {
  readonly name: string;
  readonly probabilities: ReadonlyMap<number, number>;
}

/** The links of one system for one pair. */
export class SystemLinks {
  readonly links: LinkSet;
  readonly score: number | null;
  readonly experts: readonly Expert[];
  readonly #probabilities: ReadonlyMap<number, number> | null;

  constructor([flat, probabilities, score, experts = []]: SystemData) {
    const keys = keysOf(flat);
    this.links = new Set(keys);
    this.score = score;
    this.#probabilities = probabilities && zip(keys, probabilities);
    this.experts = experts.map(([name, own]) => ({ name, probabilities: zip(keys, own) }));
  }

  /** The probability of a link; undefined where it is not known. */
  probability(key: number): number | undefined {
    return this.#probabilities?.get(key);
  }
}

const zip = (keys: readonly number[], perMille: readonly number[]): Map<number, number> =>
  new Map(keys.map((key, k) => [key, perMille[k]! / 1000]));

/** A pair of the page. Its links are decoded when they are first asked for. */
export class Pair {
  readonly line: number;
  readonly source: readonly string[];
  readonly target: readonly string[];
  #systems: readonly SystemLinks[] | undefined;
  #gold: Reference | null | undefined;
  #text: string | undefined;

  constructor(
    readonly index: number,
    private readonly data: PairData,
  ) {
    [this.line, this.source, this.target] = data;
  }

  get systems(): readonly SystemLinks[] {
    return (this.#systems ??= this.data[3].map((system) => new SystemLinks(system)));
  }

  /** The gold that came with the page. */
  get gold(): Reference | null {
    if (this.#gold === undefined) {
      const [, , , , sure, possible] = this.data;
      this.#gold = sure && { sure: new Set(keysOf(sure)), possible: new Set(keysOf(possible ?? [])) };
    }
    return this.#gold;
  }

  /** The words of both sides in lower case, for the search. */
  get text(): string {
    return (this.#text ??= fold(` ${this.source.join(" ")} \n ${this.target.join(" ")} `));
  }
}

/** Text as the search compares it. */
export const fold = (text: string): string => text.normalize("NFC").toLocaleLowerCase();
