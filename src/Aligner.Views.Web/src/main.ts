import { readPage } from "./document";
import { button, h } from "./dom";
import { PairsPage } from "./pairsPage";
import { renderReport } from "./report";
import { themeButton } from "./theme";
import { renderTraining } from "./training";

interface Section {
  readonly name: string;
  readonly element: HTMLElement;
  readonly tools: HTMLElement | null;
}

const data = readPage();
const WORST = 10;
const pairs = data.pairs.length > 0 || !(data.report || data.training) ? new PairsPage(data) : null;
const sections: Section[] = [];
if (data.report)
  sections.push({ name: "Report", element: renderReport(data.report, pairs?.worst(WORST) ?? []), tools: null });
if (data.training) sections.push({ name: "Training", element: renderTraining(data.training), tools: null });
if (pairs) sections.push({ name: "Pairs", element: pairs.element, tools: pairs.tools });

document.title = data.title;
const header = h("header", {}, h("h1", {}, data.title));
const tabs = sections.map((section) => button(section.name, {}, () => open(section)));
if (sections.length > 1) header.append(h("nav", { class: "segments", "aria-label": "Parts" }, ...tabs));
const tools = h("div", { class: "tools-place" });
header.append(tools, themeButton());
const body = h("div", { class: "body" });
document.getElementById("app")!.replaceChildren(header, body);

function open(section: Section): void {
  tabs.forEach((tab, k) => tab.setAttribute("aria-pressed", String(sections[k] === section)));
  tools.replaceChildren(...(section.tools ? [section.tools] : []));
  body.replaceChildren(section.element);
  if (section.element !== pairs?.element) history.replaceState(null, "", location.pathname + location.search);
}

// An address that names a pair opens it.
const pairsSection = sections.find((section) => section.element === pairs?.element);
open((location.hash.length > 1 && pairsSection) || sections[0]!);
addEventListener("hashchange", () => pairsSection && open(pairsSection));
