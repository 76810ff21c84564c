/** Links of a pair as numbers, so that sets of them are cheap. */

const BASE = 1 << 16;

export type LinkSet = ReadonlySet<number>;

export const keyOf = (source: number, target: number): number => source * BASE + target;
export const sourceOf = (key: number): number => Math.floor(key / BASE);
export const targetOf = (key: number): number => key % BASE;

/** The keys of links that are written one after the other. */
export function keysOf(flat: readonly number[]): number[] {
  const keys: number[] = [];
  for (let k = 0; k + 1 < flat.length; k += 2) keys.push(keyOf(flat[k]!, flat[k + 1]!));
  return keys;
}

/** What is right of a pair: sure links, and possible ones that are not sure. */
export interface Reference {
  readonly sure: LinkSet;
  readonly possible: LinkSet;
}

export interface Counts {
  readonly predicted: number;
  readonly predictedSure: number;
  readonly predictedPossible: number;
  readonly sure: number;
}

export function countLinks(links: LinkSet, reference: Reference): Counts {
  let predictedSure = 0;
  let predictedPossible = 0;
  for (const key of links) {
    if (reference.sure.has(key)) predictedSure++;
    if (reference.sure.has(key) || reference.possible.has(key)) predictedPossible++;
  }
  return { predicted: links.size, predictedSure, predictedPossible, sure: reference.sure.size };
}

/** Alignment error rate (Och and Ney 2000); 0 where nothing is predicted and nothing is sure. */
export function errorRate(counts: Counts): number {
  const whole = counts.predicted + counts.sure;
  return whole === 0 ? 0 : 1 - (counts.predictedSure + counts.predictedPossible) / whole;
}

/** Pharaoh notation in source-then-target order: `0-0 1p2`. */
export function toPharaoh(reference: Reference): string {
  return [...reference.sure, ...reference.possible]
    .sort((left, right) => left - right)
    .map((key) => `${sourceOf(key)}${reference.sure.has(key) ? "-" : "p"}${targetOf(key)}`)
    .join(" ");
}

/** Reads what toPharaoh wrote. */
export function fromPharaoh(text: string): Reference {
  const sure = new Set<number>();
  const possible = new Set<number>();
  for (const [, source, kind, target] of text.matchAll(/(\d+)([-p])(\d+)/g)) {
    (kind === "-" ? sure : possible).add(keyOf(Number(source), Number(target)));
  }
  return { sure, possible };
}
