import { h, s } from "./dom";

export interface Series {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

export interface Axis {
  readonly label: string;
  /** The first and last value. */
  readonly domain: readonly [number, number];
  readonly format: (value: number) => string;
}

const WIDTH = 560;
const HEIGHT = 320;
const LEFT = 56;
const RIGHT = 28;
const TOP = 12;
const BOTTOM = 44;
const TICKS = 5;

/** Lines over two axes, with a legend; the numbers follow as a table for those who cannot see the lines. */
export function renderChart(title: string, x: Axis, y: Axis, series: readonly Series[]): HTMLElement {
  const scaleX = scale(x.domain, LEFT, WIDTH - RIGHT);
  const scaleY = scale(y.domain, HEIGHT - BOTTOM, TOP);
  const svg = s(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "chart", role: "img", "aria-label": title },
    ...ticks(x.domain).map((value) =>
      s("text", { x: scaleX(value), y: HEIGHT - BOTTOM + 20, "text-anchor": "middle" }, x.format(value)),
    ),
    ...ticks(y.domain).flatMap((value) => [
      s("path", { class: "rule", d: `M${LEFT} ${scaleY(value)}H${WIDTH - RIGHT}` }),
      s(
        "text",
        { x: LEFT - 8, y: scaleY(value), "text-anchor": "end", "dominant-baseline": "central" },
        y.format(value),
      ),
    ]),
    s("text", { x: (LEFT + WIDTH - RIGHT) / 2, y: HEIGHT - 6, "text-anchor": "middle", class: "title" }, x.label),
    s(
      "text",
      {
        transform: `translate(14 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)`,
        "text-anchor": "middle",
        class: "title",
      },
      y.label,
    ),
    ...series.map(({ points }, k) =>
      s("path", {
        class: `series s${k % 4}`,
        d: points.map(([a, b], i) => `${i ? "L" : "M"}${scaleX(a).toFixed(1)} ${scaleY(b).toFixed(1)}`).join(""),
      }),
    ),
    ...series.flatMap(({ points }, k) =>
      points.length > 60
        ? []
        : points.map(([a, b]) =>
            s("circle", { class: `dot s${k % 4}`, cx: scaleX(a).toFixed(1), cy: scaleY(b).toFixed(1), r: 2.5 }),
          ),
    ),
  );
  return h(
    "figure",
    {},
    h("figcaption", {}, title),
    svg,
    series.length > 1 ? legend(series) : null,
    numbers(x, y, series),
  );
}

function legend(series: readonly Series[]): HTMLElement {
  return h(
    "ul",
    { class: "legend" },
    ...series.map(({ name }, k) => h("li", {}, h("span", { class: `swatch s${k % 4}`, "aria-hidden": "true" }), name)),
  );
}

function numbers(x: Axis, y: Axis, series: readonly Series[]): HTMLElement {
  return h(
    "details",
    {},
    h("summary", {}, "The numbers"),
    h(
      "div",
      { class: "scroller", tabindex: 0, role: "group", "aria-label": "The numbers" },
      h(
        "table",
        { class: "data" },
        h(
          "thead",
          {},
          h("tr", {}, ...["", x.label, y.label].map((name) => (name ? h("th", { scope: "col" }, name) : h("td")))),
        ),
        h(
          "tbody",
          {},
          ...series.flatMap(({ name, points }) =>
            points.map(([a, b]) =>
              h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, x.format(a)), h("td", {}, y.format(b))),
            ),
          ),
        ),
      ),
    ),
  );
}

function scale([first, last]: readonly [number, number], from: number, to: number): (value: number) => number {
  const span = last - first || 1;
  return (value) => from + ((value - first) / span) * (to - from);
}

/** Round numbers within a domain, about as many as TICKS. */
function ticks([first, last]: readonly [number, number]): number[] {
  const rough = (last - first || 1) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
  const begin = Math.ceil(first / step - 1e-9);
  return Array.from({ length: Math.floor(last / step + 1e-9) - begin + 1 }, (_, k) => (begin + k) * step);
}

/** The least and greatest value with some room around them, within bounds. */
export function roomAround(values: readonly number[], least: number, most: number): [number, number] {
  const [low, high] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [
    Infinity,
    -Infinity,
  ] as [number, number]);
  const room = Math.max((high - low) * 0.08, 0.005);
  return [Math.max(least, low - room), Math.min(most, high + room)];
}
