/** The data of the page, as the library writes it (PageWriter in Aligner.Applications). */

/** Links as source, target, source, target, …; all words are counted from 0. */
export type FlatLinks = readonly number[];

/** How probable an expert of a system finds its links, in per mille, in their order. */
export type ExpertData = readonly [name: string, probabilities: FlatLinks];

/**
 * The links of a system: probabilities in per mille where they are known, the natural log-score of the pair, and what
 * its experts say where that was asked for.
 */
export type SystemData = readonly [
  links: FlatLinks,
  probabilities: FlatLinks | null,
  score: number | null,
  experts?: readonly ExpertData[],
];

export type PairData = readonly [
  line: number,
  source: readonly string[],
  target: readonly string[],
  systems: readonly SystemData[],
  sure: FlatLinks | null,
  possible: FlatLinks | null,
];

export interface Range {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface ScoredClass {
  readonly name: string;
  readonly links: number;
  readonly sure: number;
  readonly aer: number;
}

export interface SystemReport {
  readonly name: string;
  readonly aer: Range;
  readonly precision: Range;
  readonly recall: Range;
  readonly f1: Range;
  readonly links: number;
  readonly linkTypes: readonly ScoredClass[];
  readonly lengths: readonly ScoredClass[];
  /** For each threshold: itself, precision, recall, AER; null where links carry no probabilities. */
  readonly curve: readonly (readonly [number, number, number, number])[] | null;
}

export interface Report {
  readonly sentences: number;
  readonly signature: string;
  readonly systems: readonly SystemReport[];
}

export interface TrainingStep {
  readonly step: number;
  readonly loss: number;
  readonly pairs_per_second: number;
  readonly dev_aer?: number;
}

export interface PageData {
  readonly title: string;
  readonly languages: readonly [string | null, string | null];
  readonly systems: readonly string[];
  readonly report?: Report;
  readonly training?: readonly TrainingStep[];
  readonly pairs: readonly PairData[];
  /** Names the words of the pairs, so that work on them is found again. */
  readonly id: string;
}

/** Reads the data that is embedded in the page. */
export function readPage(): PageData {
  return JSON.parse(document.getElementById("data")!.textContent!) as PageData;
}
