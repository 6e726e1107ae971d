// SPDX-License-Identifier: Apache-2.0
// Which lines of a list are shown, and in which order. Pure.
import { plainForm } from "../warnings";

export interface ShownLine {
  line: string;
  /** Its place in the file, which does not change by how the list is shown. */
  index: number;
  flag: string | null;
}

/** The newest first: what was just added is seen. `flagged` counts all lines, shown or not. */
export function shownLines(
  lines: string[],
  flagOf: (line: string) => string | null = () => null,
  query = "",
  flaggedOnly = false,
): { found: ShownLine[]; flagged: number } {
  const wanted = plainForm(query);
  const all = lines.map((line, index) => ({ line, index, flag: flagOf(line) })).reverse();
  const found = all.filter(
    ({ line, flag }) => (!flaggedOnly || flag !== null) && fits(line, wanted, query),
  );
  return { found, flagged: all.filter(({ flag }) => flag !== null).length };
}

/** Examples by their words alone; a pattern by its marks too, once the search has some. */
function fits(line: string, wanted: string, query: string): boolean {
  const exact = query.trim().toLowerCase();
  const marks = wanted === "" || /[()[\]|*]/.test(exact);
  return marks ? line.toLowerCase().includes(exact) : plainForm(line).includes(wanted);
}

/** Written or pasted text as lines, without blanks around them and without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
