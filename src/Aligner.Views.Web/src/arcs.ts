import { h, s } from "./dom";
import type { Word, WordFocus } from "./focus";
import { sourceOf, targetOf, type Reference } from "./links";
import type { Pair } from "./pair";
import type { Side } from "./scripts";

const HEIGHT = 130;

/** Both sentences in a line each, with a curve for each link; a drawing for each system. */
export function renderArcs(
  pair: Pair,
  sides: readonly [Side, Side],
  systems: readonly string[],
  reference: Reference | null,
  focus: WordFocus,
): HTMLElement {
  return h(
    "div",
    { class: "arcs" },
    ...pair.systems.map((system, k) => {
      const missed = [...(reference?.sure ?? [])].filter((key) => !system.links.has(key));
      const curves = [
        ...missed.map((key) => ({ key, kind: "missed", opacity: 1 })),
        ...[...system.links].map((key) => ({
          key,
          kind: reference && !reference.sure.has(key) && !reference.possible.has(key) ? "wrong" : "right",
          opacity: 0.35 + 0.65 * (system.probability(key) ?? 1),
        })),
      ];
      return h(
        "figure",
        {},
        systems.length > 1 ? h("figcaption", {}, systems[k]!) : null,
        renderDrawing(pair, sides, curves, focus),
      );
    }),
  );
}

function renderDrawing(
  pair: Pair,
  sides: readonly [Side, Side],
  curves: readonly { readonly key: number; readonly kind: string; readonly opacity: number }[],
  focus: WordFocus,
): HTMLElement {
  const source = renderLine("source", pair.source, sides[0]);
  const target = renderLine("target", pair.target, sides[1]);
  const paths = curves.map(({ key, kind, opacity }) => {
    const path = s("path", { class: `curve ${kind}` });
    path.style.opacity = String(opacity);
    return { key, path };
  });
  const svg = s("svg", { height: HEIGHT, "aria-hidden": "true" }, ...paths.map(({ path }) => path));
  const sheet = h("div", { class: "sheet" }, source, svg, target);
  const scroller = h("div", { class: "scroller", tabindex: 0, role: "group", "aria-label": "Arcs" }, sheet);

  // Where the words stand is known once they are in the page.
  const place = (): void => {
    const left = sheet.getBoundingClientRect().left;
    const middle = (word: Element): number => {
      const box = word.getBoundingClientRect();
      return box.left - left + box.width / 2;
    };
    const from = [...source.children].map(middle);
    const to = [...target.children].map(middle);
    svg.setAttribute("width", String(sheet.scrollWidth));
    for (const { key, path } of paths) {
      const [x, y] = [from[sourceOf(key)]!, to[targetOf(key)]!];
      path.setAttribute("d", `M${x} 0C${x} ${HEIGHT / 2} ${y} ${HEIGHT / 2} ${y} ${HEIGHT}`);
    }
  };
  new ResizeObserver(place).observe(sheet);

  focus.watch(sheet);
  focus.listen((word) => {
    const linked = paths.filter(({ key }) => word && isOf(word, key));
    sheet.classList.toggle("focused", word !== null);
    for (const { path } of paths) path.classList.remove("lit");
    for (const { path } of linked) path.classList.add("lit");
    const lit = {
      source: new Set(linked.map(({ key }) => sourceOf(key))),
      target: new Set(linked.map(({ key }) => targetOf(key))),
    };
    mark(source, "source", word, lit.source);
    mark(target, "target", word, lit.target);
  });
  return scroller;
}

const isOf = (word: Word, key: number): boolean =>
  (word.side === "source" ? sourceOf(key) : targetOf(key)) === word.index;

function renderLine(side: Word["side"], words: readonly string[], { language, direction }: Side): HTMLElement {
  return h(
    "div",
    { class: "line", lang: language, dir: direction },
    ...words.map((word, index) => h("span", { class: "word", "data-side": side, "data-word": index }, word)),
  );
}

function mark(line: HTMLElement, side: Word["side"], word: Word | null, lit: ReadonlySet<number>): void {
  [...line.children].forEach((element, index) => {
    const isActive = word?.side === side && word.index === index;
    element.classList.toggle("active", isActive);
    element.classList.toggle("lit", !isActive && lit.has(index));
  });
}
