// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { linesOf, shownLines } from "./lines";

const lines = ["how long does it last", "¿cuánto dura?", "(when|how) * [long]", "does it hurt"];
const texts = (shown: ReturnType<typeof shownLines>) => shown.found.map(({ line }) => line);

describe("a list of examples", () => {
  it("shows the newest first and keeps each line's place in the file", () => {
    const { found } = shownLines(lines);
    expect(found.map(({ index }) => index)).toEqual([3, 2, 1, 0]);
  });

  it("finds words whatever their accents and capitals", () => {
    expect(texts(shownLines(lines, undefined, "CUANTO DURA"))).toEqual(["¿cuánto dura?"]);
    expect(texts(shownLines(lines, undefined, "  long "))).toHaveLength(2);
    expect(texts(shownLines(lines, undefined, "knee"))).toEqual([]);
  });

  it("finds the marks of a pattern", () => {
    expect(texts(shownLines(lines, undefined, "[long"))).toEqual(["(when|how) * [long]"]);
    expect(texts(shownLines(lines, undefined, "¿"))).toEqual(["¿cuánto dura?"]);
  });

  it("can show only the lines that want a look, and counts them in any case", () => {
    const flag = (line: string) => (line.includes("hurt") ? "Also in ketamine.pain" : null);
    expect(texts(shownLines(lines, flag, "", true))).toEqual(["does it hurt"]);
    expect(shownLines(lines, flag, "long").flagged).toBe(1);
  });

  it("takes pasted text line by line", () => {
    expect(linesOf(" one \r\n\n two\nthree ")).toEqual(["one", "two", "three"]);
  });
});
