import { h } from "./dom";
import { rove, type Word, type WordFocus } from "./focus";
import { sourceOf, targetOf } from "./links";
import type { Pair } from "./pair";
import type { Side } from "./scripts";

/** The links that are lit when a word is looked at. */
export type Partners = (word: Word) => ReadonlySet<number>;

/** Both sentences as running text; each is one stop of the Tab key, and arrows lead through its words. */
export function renderSentences(
  pair: Pair,
  sides: readonly [Side, Side],
  focus: WordFocus,
  partners: Partners,
): HTMLElement {
  const source = sentence("source", "Source words", pair.source, sides[0]);
  const target = sentence("target", "Target words", pair.target, sides[1]);
  const words = { source: [...source.children], target: [...target.children] } as const;
  focus.listen((word) => {
    const lit = word ? partners(word) : new Set<number>();
    light(words.source, word?.side === "source" ? word.index : -1, new Set([...lit].map(sourceOf)));
    light(words.target, word?.side === "target" ? word.index : -1, new Set([...lit].map(targetOf)));
  });
  const element = h("section", { class: "sentences", "aria-label": "Sentences" }, source, target);
  focus.watch(element);
  return element;
}

function sentence(
  side: Word["side"],
  label: string,
  words: readonly string[],
  { language, direction }: Side,
): HTMLElement {
  const element = h(
    "div",
    { class: "sentence", role: "toolbar", "aria-label": label, lang: language, dir: direction },
    ...words.map((word, index) =>
      h(
        "button",
        { type: "button", class: "word", "data-side": side, "data-word": index, tabindex: index === 0 ? 0 : -1 },
        word,
      ),
    ),
  );
  element.addEventListener("keydown", (event) => {
    const all = [...element.children] as HTMLElement[];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const next: Readonly<Record<string, number>> = {
      [forward]: at + 1,
      [backward]: at - 1,
      Home: 0,
      End: all.length - 1,
    };
    const to = next[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    rove(all, all[to]);
  });
  return element;
}

function light(words: readonly Element[], active: number, lit: ReadonlySet<number>): void {
  words.forEach((word, index) => {
    word.classList.toggle("active", index === active);
    word.classList.toggle("lit", index !== active && active < 0 && lit.has(index));
  });
}
