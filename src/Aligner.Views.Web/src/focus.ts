/** The word that people look at. */
export interface Word {
  readonly side: "source" | "target";
  readonly index: number;
}

/** Tells the parts of the view which word is looked at, so that all of them light up the same links. */
export class WordFocus {
  #listeners: ((word: Word | null) => void)[] = [];
  #word: Word | null = null;

  get word(): Word | null {
    return this.#word;
  }

  listen(listener: (word: Word | null) => void): void {
    this.#listeners.push(listener);
  }

  set(word: Word | null): void {
    if (word?.side === this.#word?.side && word?.index === this.#word?.index) return;
    this.#word = word;
    for (const listener of this.#listeners) listener(word);
  }

  /** Forgets the listeners of a pair that is no longer shown. */
  clear(): void {
    this.#listeners = [];
    this.#word = null;
  }

  /** Watches elements that name a word in data-side and data-word, for the mouse and for the keyboard. */
  watch(element: HTMLElement): void {
    const look = (event: Event): void => {
      const word = (event.target as Element).closest<HTMLElement>("[data-word]");
      if (word) this.set({ side: word.dataset["side"] as Word["side"], index: Number(word.dataset["word"]) });
    };
    element.addEventListener("pointerover", look);
    element.addEventListener("focusin", look);
  }
}

/** Moves the one stop of the Tab key among elements that arrows lead through. */
export function rove(elements: readonly HTMLElement[], next: HTMLElement | undefined): void {
  if (!next) return;
  for (const element of elements) element.tabIndex = element === next ? 0 : -1;
  next.focus();
}
