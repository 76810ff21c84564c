/** What the letters of a text tell of its language, where nobody has named it. */

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/gu;
const SAMPLE = 200;

/** Scripts that one language has almost for itself, or that decide which glyphs are right. */
const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "ja"],
  [/\p{Script=Hangul}/u, "ko"],
  [/\p{Script=Han}/u, "zh"],
  [/\p{Script=Hebrew}/u, "he"],
  [/\p{Script=Arabic}/u, "ar"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Greek}/u, "el"],
  [/\p{Script=Georgian}/u, "ka"],
  [/\p{Script=Armenian}/u, "hy"],
  [/\p{Script=Khmer}/u, "km"],
];

/** A side of all pairs: its language, empty if unknown, and its direction. */
export interface Side {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Looks at the first sentences of a side. */
export function describeSide(named: string | null, sentences: readonly (readonly string[])[]): Side {
  const text = sentences
    .slice(0, SAMPLE)
    .map((words) => words.join(" "))
    .join(" ");
  const letters = count(text, LETTER);
  const guessed = LANGUAGES.find(([script]) => count(text, new RegExp(script.source, "gu")) > letters / 10)?.[1];
  return {
    language: named ?? guessed ?? "",
    direction: count(text, RIGHT_TO_LEFT) > letters / 2 ? "rtl" : "ltr",
  };
}

/** Whether words are set without blanks, so that a column can be written from top to bottom. */
export const standsUpright = (side: Side): boolean => /^(zh|ja|ko)\b/.test(side.language);
