import { renderChart, roomAround } from "./chart";
import type { Range, Report, ScoredClass, SystemReport } from "./document";
import { h, percent, whole } from "./dom";
import type { Pair } from "./pair";

/** A pair that the page can open, and the alignment error rate of the first system. */
export interface WorstPair {
  readonly pair: Pair;
  readonly rate: number;
}

/** An evaluation: the systems, precision against recall, and where the errors are. */
export function renderReport(report: Report, worst: readonly WorstPair[]): HTMLElement {
  const curves = report.systems.filter((system) => system.curve);
  return h(
    "main",
    { class: "report" },
    h("h2", {}, "Scores"),
    h(
      "p",
      { class: "quiet" },
      `${whole(report.sentences)} sentence pairs; percent, with 95% intervals where they were computed`,
    ),
    renderScores(report.systems),
    curves.length > 0 ? h("h2", {}, "Precision and recall over thresholds") : null,
    curves.length > 0 ? renderCurves(curves) : null,
    h("h2", {}, "AER by the length of the pair"),
    renderClasses("Words of both sides", report.systems, (system) => system.lengths),
    h("h2", {}, "AER by the kind of link"),
    renderClasses("Kind of link", report.systems, (system) => system.linkTypes),
    worst.length > 0 ? h("h2", {}, "Worst pairs") : null,
    worst.length > 0 ? renderWorst(worst) : null,
    h("p", { class: "quiet signature" }, `signature: ${report.signature}`),
  );
}

function renderWorst(worst: readonly WorstPair[]): HTMLElement {
  return h(
    "ul",
    { class: "worst" },
    ...worst.map(({ pair, rate }) =>
      h(
        "li",
        {},
        h("a", { href: `#${pair.line}` }, `Pair ${whole(pair.line)}`),
        h("span", { class: "quiet" }, `AER ${percent(rate)}`),
        h("span", { dir: "auto" }, pair.source.join(" ")),
      ),
    ),
  );
}

function renderScores(systems: readonly SystemReport[]): HTMLElement {
  const all = systems.flatMap(({ aer }) => [aer.low ?? aer.value, aer.high ?? aer.value]);
  const domain = roomAround(all, 0, 1);
  return table(
    ["System", "AER", "", "Precision", "Recall", "F1", "Links"],
    systems.map((system) => [
      h("th", { scope: "row" }, system.name),
      h("td", {}, say(system.aer)),
      h("td", { class: "interval" }, renderInterval(system.aer, domain)),
      h("td", {}, say(system.precision)),
      h("td", {}, say(system.recall)),
      h("td", {}, say(system.f1)),
      h("td", {}, whole(system.links)),
    ]),
  );
}

/** A value with its interval on a line that all systems share. */
function renderInterval({ value, low, high }: Range, [first, last]: readonly [number, number]): HTMLElement {
  const place = (fraction: number): string => `${(100 * (fraction - first)) / (last - first)}%`;
  const line = h("span", { class: "range" });
  line.style.left = place(low ?? value);
  line.style.right = `calc(100% - ${place(high ?? value)})`;
  const dot = h("span", { class: "value" });
  dot.style.left = place(value);
  return h("span", { class: "track", "aria-hidden": "true" }, line, dot);
}

function renderCurves(systems: readonly SystemReport[]): HTMLElement {
  const points = systems.flatMap(({ curve }) => curve!);
  return h(
    "div",
    { class: "charts" },
    renderChart(
      "Precision against recall",
      {
        label: "Recall",
        domain: roomAround(
          points.map(([, , recall]) => recall),
          0,
          1,
        ),
        format: percent,
      },
      {
        label: "Precision",
        domain: roomAround(
          points.map(([, precision]) => precision),
          0,
          1,
        ),
        format: percent,
      },
      systems.map(({ name, curve }) => ({ name, points: curve!.map(([, precision, recall]) => [recall, precision]) })),
    ),
    renderChart(
      "AER over the threshold",
      { label: "Least probability of a link", domain: [0, 1], format: (value) => value.toFixed(2) },
      {
        label: "AER",
        domain: roomAround(
          points.map(([, , , aer]) => aer),
          0,
          1,
        ),
        format: percent,
      },
      systems.map(({ name, curve }) => ({ name, points: curve!.map(([threshold, , , aer]) => [threshold, aer]) })),
    ),
  );
}

function renderClasses(
  label: string,
  systems: readonly SystemReport[],
  classesOf: (system: SystemReport) => readonly ScoredClass[],
): HTMLElement {
  const names = systems[0] ? classesOf(systems[0]).map(({ name }) => name) : [];
  return table(
    [label, "Sure links", ...systems.map(({ name }) => name)],
    names.map((name, row) => [
      h("th", { scope: "row" }, name),
      h("td", {}, whole(classesOf(systems[0]!)[row]!.sure)),
      ...systems.map((system) => {
        const scored = classesOf(system)[row]!;
        if (scored.links + scored.sure === 0) return h("td", {}, "–");
        const cell = h("td", { class: "bar" }, percent(scored.aer));
        cell.style.setProperty("--share", `${100 * scored.aer}%`);
        return cell;
      }),
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly HTMLElement[])[]): HTMLElement {
  return h(
    "div",
    { class: "scroller", tabindex: 0, role: "group", "aria-label": head[0]! },
    h(
      "table",
      { class: "data" },
      h("thead", {}, h("tr", {}, ...head.map((name) => (name ? h("th", { scope: "col" }, name) : h("td"))))),
      h("tbody", {}, ...rows.map((cells) => h("tr", {}, ...cells))),
    ),
  );
}

const say = ({ value, low, high }: Range): HTMLElement =>
  h(
    "span",
    {},
    percent(value),
    low === null || high === null ? null : h("span", { class: "quiet" }, ` ${percent(low)}–${percent(high)}`),
  );
