// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { findReady } from "./ready";

describe("ready replies", () => {
  it("begin with those in the visitor's language", () => {
    expect(findReady("", "es")[0]?.name).toBe("hola");
  });
  it("are found by name before they are found by their words", () => {
    const names = findReady("c", "en").map((reply) => reply.name);
    expect(names.slice(0, 2)).toEqual(["call", "clinician"]);
    expect(findReady("911", "en")[0]?.name).toBe("urgent");
  });
});
