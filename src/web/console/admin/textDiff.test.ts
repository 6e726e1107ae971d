// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { textDiff } from "./textDiff";

describe("the difference of two texts", () => {
  it("shows the words that went and came", () => {
    expect(textDiff("Relief may last days.", "Relief may last weeks.")).toEqual([
      { kind: "same", text: "Relief may last " },
      { kind: "out", text: "days." },
      { kind: "in", text: "weeks." },
    ]);
  });
  it("is all one piece for equal texts", () => {
    expect(textDiff("a b", "a b")).toEqual([{ kind: "same", text: "a b" }]);
  });
  it("shows a rewritten text whole, before and after", () => {
    const kinds = textDiff("It may help some people.", "Ask our staff, they know it.");
    expect(kinds.map(({ kind }) => kind)).toEqual(["out", "in"]);
  });
  it("holds for an empty side", () => {
    expect(textDiff("", "a")).toEqual([{ kind: "in", text: "a" }]);
  });
});
