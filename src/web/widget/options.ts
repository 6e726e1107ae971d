// SPDX-License-Identifier: Apache-2.0
// What the embedding page may choose, read from the data-* attributes of the script element.
import type { Lang } from "../shared/wire";

export interface Options {
  /** Overrules the language of the page. */
  locale: Lang | null;
  color: string | undefined;
  /** The corner: by writing direction, so that right-to-left pages mirror it. */
  position: "start" | "end";
  theme: "light" | "dark" | "auto";
  open: boolean;
  /** Distance from the bottom and the side in CSS pixels, to clear a cookie bar or a button. */
  offset: number;
}

export function toLang(tag: string | null | undefined): Lang | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return primary === "en" || primary === "es" ? primary : null;
}

export function readOptions(data: Readonly<Record<string, string | undefined>>): Options {
  const offset = Number.parseInt(data.offset ?? "", 10);
  return {
    locale: toLang(data.locale),
    color: data.color,
    position: data.position === "left" || data.position === "start" ? "start" : "end",
    theme: data.theme === "light" || data.theme === "dark" ? data.theme : "auto",
    open: data.open !== undefined && data.open !== "false",
    offset: offset >= 0 && offset <= 400 ? offset : 20,
  };
}

/** The visitor's own choice, else the page's, else the browser's. */
export function pickLang(wishes: readonly (string | null | undefined)[]): Lang {
  for (const wish of wishes) {
    const lang = toLang(wish);
    if (lang) return lang;
  }
  return "en";
}
