// SPDX-License-Identifier: Apache-2.0
// What changed in a text, word by word. Pure.
export interface Piece {
  kind: "same" | "out" | "in";
  text: string;
}

/** Beyond this the table of the comparison would be slow to fill; whole texts are shown instead. */
const wordsMax = 1200;

export function textDiff(before: string, after: string): Piece[] {
  const a = before.match(/\s+|\S+\s*/g) ?? [];
  const b = after.match(/\s+|\S+\s*/g) ?? [];
  if (a.length > wordsMax || b.length > wordsMax) {
    return [
      { kind: "out", text: before },
      { kind: "in", text: after },
    ];
  }
  const pieces = joined(backtrack(a, b, commonLengths(a, b)));
  return mostlyNew(pieces)
    ? [
        { kind: "out", text: before },
        { kind: "in", text: after },
      ]
    : pieces;
}

/** Below this share of common letters, single words that happen to be equal only confuse. */
const commonShareMin = 0.4;

function mostlyNew(pieces: Piece[]): boolean {
  const letters = (kinds: Piece["kind"][]) =>
    pieces
      .filter(({ kind }) => kinds.includes(kind))
      .reduce((sum, { text }) => sum + text.length, 0);
  const common = letters(["same"]);
  const changed = Math.max(letters(["out"]), letters(["in"]));
  const replaced = letters(["out"]) > 0 && letters(["in"]) > 0;
  return replaced && common / (common + changed) < commonShareMin;
}

/** lengths[i][j]: the longest common row of words of a from i on and b from j on. */
function commonLengths(a: string[], b: string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i] as Uint16Array;
      const next = lengths[i + 1] as Uint16Array;
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function backtrack(a: string[], b: string[], lengths: Uint16Array[]): Piece[] {
  const pieces: Piece[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const word = a[i];
    const other = b[j];
    if (word !== undefined && word === other) {
      pieces.push({ kind: "same", text: word });
      i += 1;
      j += 1;
    } else if (
      word !== undefined &&
      (other === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      pieces.push({ kind: "out", text: word });
      i += 1;
    } else {
      pieces.push({ kind: "in", text: other ?? "" });
      j += 1;
    }
  }
  return pieces;
}

function joined(pieces: Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result[result.length - 1];
    if (last?.kind === piece.kind) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}
