// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { differs } from "./differs";

const answer = { en: [{ text: "Hello", choices: ["visit.book"] }] };

it("sees a changed word, a new line and a removed topic", () => {
  expect(differs(answer, { en: [{ text: "Hi", choices: ["visit.book"] }] })).toBe(true);
  expect(differs(["one"], ["one", "two"])).toBe(true);
  expect(differs(answer, null)).toBe(true);
  expect(differs(null, answer)).toBe(true);
  expect(differs(0, null)).toBe(true);
});

it("takes an empty list for one that is not there", () => {
  expect(differs({ en: [{ text: "Hello", choices: [] }] }, { en: [{ text: "Hello" }] })).toBe(
    false,
  );
  expect(differs({ by: null, sources: [] }, undefined)).toBe(false);
  expect(differs(answer, { ...answer, es: [] })).toBe(false);
});
