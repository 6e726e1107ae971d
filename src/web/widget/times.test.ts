// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, it } from "vitest";
import { clock, day, daysAgo, inFull, opening, setClinicZone } from "./times";

beforeEach(() => setClinicZone("America/New_York"));

it("writes a review date without a zone shifting it", () => {
  expect(day("en", "2026-11-23")).toBe("23 Nov 2026");
  expect(day("es", "2026-11-23")).toBe("23 nov 2026");
  expect(day("en", "nonsense")).toBe("");
});

it("names the day of the next opening, or says today, with the clinic's zone", () => {
  const now = new Date("2026-03-10T12:00Z");
  expect(opening("en", "2026-03-10T13:00Z", now)).toMatch(/^today at 9:00\sAM EDT$/);
  expect(opening("en", "2026-03-12T13:00Z", now)).toMatch(/^Thursday, March 12 at 9:00\sAM EDT$/);
  expect(opening("es", "2026-03-12T13:00Z", now)).toMatch(/^el jueves, 12 de marzo.* 9:00.*EDT$/);
});

it("counts calendar days of the clinic, not hours", () => {
  const now = new Date("2026-03-10T04:10Z"); // ten past midnight there
  expect(daysAgo("2026-03-10T03:50Z", now)).toBe(1);
  expect(daysAgo("2026-03-10T04:05Z", now)).toBe(0);
});

it("shows the clinic's clock wherever the visitor is, and names its zone in full", () => {
  setClinicZone("America/Los_Angeles");
  expect(clock("en", "2026-03-10T16:30Z")).toMatch(/^9:30\sAM$/);
  expect(inFull("en", "2026-03-10T16:30Z")).toMatch(/^Tuesday, March 10 at 9:30\sAM PDT$/);
});

it("falls back to the browser's zone for one that the browser does not know", () => {
  setClinicZone("America/Not_Yet");
  expect(clock("en", "2026-03-10T16:30Z")).toMatch(/^\d+:30/);
  setClinicZone(undefined);
  expect(clock("en", "2026-03-10T16:30Z")).toMatch(/^\d+:30/);
});
