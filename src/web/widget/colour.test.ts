// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { contrast, parseColour, readableAs, readableOn } from "./colour";

it("reads short and long hex colours and falls back on anything else", () => {
  expect(parseColour("#fff")).toEqual([255, 255, 255]);
  expect(parseColour("#0A0b0c")).toEqual([10, 11, 12]);
  expect(parseColour("url(x)")).toEqual(parseColour(undefined));
});

it("knows the contrast of black on white", () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
});

it.each(["#ffff00", "#ff0000", "#777777", "#000000", "#ffffff", "#0f6b6c", "#e91e63", "#8bc34a"])(
  "finds readable companions of %s",
  (brand) => {
    const colour = parseColour(brand);
    expect(contrast(colour, readableOn(colour))).toBeGreaterThanOrEqual(4.2);
    for (const surface of [
      [255, 255, 255],
      [30, 36, 40],
    ] as const) {
      expect(contrast(readableAs(colour, surface), surface)).toBeGreaterThanOrEqual(4.5);
    }
  },
);
