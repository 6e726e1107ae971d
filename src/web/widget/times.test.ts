// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { day, daysAgo, opening } from "./times";

it("writes a review date without a zone shifting it", () => {
  expect(day("en", "2026-11-23")).toBe("23 Nov 2026");
  expect(day("es", "2026-11-23")).toBe("23 nov 2026");
  expect(day("en", "nonsense")).toBe("");
});

it("names the day of the next opening, or says today", () => {
  const now = new Date(2026, 2, 10, 8, 0);
  expect(opening("en", new Date(2026, 2, 10, 9, 0).toISOString(), now)).toMatch(/^today at 9:00/);
  expect(opening("en", new Date(2026, 2, 12, 9, 0).toISOString(), now)).toMatch(
    /^Thursday at 9:00/,
  );
  expect(opening("es", new Date(2026, 2, 12, 9, 0).toISOString(), now)).toMatch(
    /^el jueves a las 9:00/,
  );
});

it("counts calendar days, not hours", () => {
  const now = new Date(2026, 2, 10, 0, 10);
  expect(daysAgo(new Date(2026, 2, 9, 23, 50).toISOString(), now)).toBe(1);
  expect(daysAgo(new Date(2026, 2, 10, 0, 5).toISOString(), now)).toBe(0);
});
