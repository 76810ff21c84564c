/** Small helpers to make elements. Text is always set as text, never as markup. */

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Child = Node | string | null | undefined;

const SVG = "http://www.w3.org/2000/svg";

function fill<T extends Element>(element: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child): child is Node | string => child !== null && child !== undefined));
  return element;
}

/** An element of HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(name), attributes, children);
}

/** An element of SVG. */
export function s<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, name) as SVGElementTagNameMap[K], attributes, children);
}

/** A button that calls a function. */
export function button(label: string, attributes: Attributes, act: () => void): HTMLButtonElement {
  const element = h("button", { type: "button", ...attributes }, label);
  element.addEventListener("click", act);
  return element;
}

/** A choice among few things. */
export function choice<T extends string>(
  label: string,
  id: string,
  options: readonly (readonly [T, string])[],
  change: (value: T) => void,
): HTMLElement {
  const select = h("select", { id }, ...options.map(([value, name]) => h("option", { value }, name)));
  select.addEventListener("change", () => change(select.value as T));
  return h("div", { class: "field" }, h("label", { for: id }, label), select);
}

export const percent = (fraction: number): string => (100 * fraction).toFixed(1);
export const decimal = (value: number): string => value.toFixed(2).replace("-", "−");
export const whole = (count: number): string => count.toLocaleString("en");
