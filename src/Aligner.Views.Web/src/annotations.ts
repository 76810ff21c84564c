import { fromPharaoh, keyOf, toPharaoh, type Reference } from "./links";
import type { Pair } from "./pair";

export type LinkKind = "sure" | "possible" | "none";

interface Change {
  readonly line: number;
  readonly before: string | undefined;
}

/**
 * The links that people make: an alignment of its own for each pair that was edited, which begins as the gold of the
 * pair or, where there is none, as the links of the first system. It is kept in the browser's storage.
 */
export class Annotations {
  readonly #key: string;
  readonly #lines: Map<number, string>;
  readonly #decoded = new Map<number, Reference>();
  readonly #undo: Change[] = [];
  /** Told of the line that has changed, or of null where all may have. */
  changed: (line: number | null) => void = () => {};
  /** Told where the browser does not keep the work. */
  failed: () => void = () => {};

  constructor(id: string) {
    this.#key = `aligner:${id}`;
    this.#lines = new Map(this.#load());
    addEventListener("storage", (event) => {
      if (event.key === this.#key) this.#reload();
    });
  }

  /** How many pairs were edited. */
  get count(): number {
    return this.#lines.size;
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  has(pair: Pair): boolean {
    return this.#lines.has(pair.line);
  }

  /** What the links of the pair are compared with: the edited ones, else the gold, else nothing. */
  reference(pair: Pair): Reference | null {
    const text = this.#lines.get(pair.line);
    if (text === undefined) return pair.gold;
    let decoded = this.#decoded.get(pair.line);
    if (!decoded) this.#decoded.set(pair.line, (decoded = fromPharaoh(text)));
    return decoded;
  }

  /** The links that would be exported. */
  links(pair: Pair): Reference {
    return this.reference(pair) ?? { sure: pair.systems[0]?.links ?? new Set(), possible: new Set() };
  }

  kind(pair: Pair, source: number, target: number): LinkKind {
    const { sure, possible } = this.links(pair);
    const key = keyOf(source, target);
    return sure.has(key) ? "sure" : possible.has(key) ? "possible" : "none";
  }

  set(pair: Pair, source: number, target: number, kind: LinkKind): void {
    const links = this.links(pair);
    const [sure, possible] = [new Set(links.sure), new Set(links.possible)];
    const key = keyOf(source, target);
    sure.delete(key);
    possible.delete(key);
    if (kind === "sure") sure.add(key);
    if (kind === "possible") possible.add(key);
    this.#put(pair.line, toPharaoh({ sure, possible }));
  }

  /** Forgets the edits of a pair. */
  revert(pair: Pair): void {
    if (this.has(pair)) this.#put(pair.line, undefined);
  }

  /** Takes the last change back; the line that it was about. */
  undo(): number | undefined {
    const change = this.#undo.pop();
    if (!change) return undefined;
    this.#write(change.line, change.before);
    return change.line;
  }

  /** A line of Pharaoh links for each pair. */
  export(pairs: readonly Pair[]): string {
    return pairs.map((pair) => `${toPharaoh(this.links(pair))}\n`).join("");
  }

  #put(line: number, text: string | undefined): void {
    this.#undo.push({ line, before: this.#lines.get(line) });
    this.#write(line, text);
  }

  #write(line: number, text: string | undefined): void {
    if (text === undefined) this.#lines.delete(line);
    else this.#lines.set(line, text);
    this.#decoded.delete(line);
    try {
      if (this.#lines.size > 0) localStorage.setItem(this.#key, JSON.stringify([...this.#lines]));
      else localStorage.removeItem(this.#key);
    } catch {
      this.failed();
    }
    this.changed(line);
  }

  /** Takes over what the same page has changed in another window. */
  #reload(): void {
    this.#lines.clear();
    this.#decoded.clear();
    for (const [line, text] of this.#load()) this.#lines.set(line, text);
    this.changed(null);
  }

  #load(): [number, string][] {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? "[]") as [number, string][];
    } catch {
      return [];
    }
  }
}
