// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { backoff } from "./backoff";

it("doubles, up to half a minute", () => {
  expect([0, 1, 2, 3].map((n) => backoff(n, 1))).toEqual([500, 1000, 2000, 4000]);
  expect(backoff(99, 1)).toBe(30_000);
});

it("spreads attempts over half of the wait", () => {
  expect(backoff(3, 0)).toBe(2000);
  expect(backoff(3, 0.5)).toBe(3000);
});

it("never comes before the server allows it", () => {
  expect(backoff(0, 0, 9000)).toBe(9000);
  expect(backoff(0, 1, 9000)).toBe(9250);
});
