import { button } from "./dom";

type Theme = "auto" | "light" | "dark";

const KEY = "aligner:theme";
const NEXT: Readonly<Record<Theme, Theme>> = { auto: "light", light: "dark", dark: "auto" };

/** A button that chooses between the colors of the system, light ones and dark ones. */
export function themeButton(): HTMLElement {
  let theme = load();
  const element = button("", { class: "quiet-button" }, () => apply(NEXT[theme]));
  function apply(next: Theme): void {
    theme = next;
    document.documentElement.dataset["theme"] = theme;
    element.textContent = `Theme: ${theme}`;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // The choice holds for this visit.
    }
  }
  apply(theme);
  return element;
}

function load(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === "light" || stored === "dark" ? stored : "auto";
  } catch {
    return "auto";
  }
}
