// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { pieces, safeHref } from "./links";

it.each([
  ["see https://988lifeline.org/chat/.", "https://988lifeline.org/chat/"],
  ["(https://a.example/b)", "https://a.example/b"],
  ["call 1-800-222-1222 now", "tel:18002221222"],
  ["call (410) 555-0100", "tel:4105550100"],
  ["In danger call 911.", "tel:911"],
  ["llame o envíe un texto al 988, a toda hora", "tel:988"],
  ["write to front.desk@clinic.example.", "mailto:front.desk@clinic.example"],
])("makes tappable: %s", (text, href) => {
  const found = pieces(text);
  expect(found.map((p) => p.href).filter(Boolean)).toEqual([href]);
  expect(found.map((p) => p.text).join("")).toBe(text);
});

it.each([
  "118 patients in 2021;21:387",
  "take 2 to 3 infusions",
  "NCT 123-45-6789",
  "911-2",
  "988.5 mg",
])("leaves alone: %s", (text) => expect(pieces(text)).toEqual([{ text }]));

it("refuses addresses that run code", () => {
  expect(safeHref("javascript:alert(1)")).toBeUndefined();
  expect(safeHref("tel:988")).toBe("tel:988");
});
