// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { findReady } from "./ready";

const who = { staff: "Ana", visitor: "" };

describe("ready replies", () => {
  it("begin with those in the visitor's language", () => {
    expect(findReady("", "es", who)[0]?.name).toBe("hola");
  });
  it("are found by name before they are found by their words", () => {
    const names = findReady("c", "en", who).map((reply) => reply.name);
    expect(names.slice(0, 2)).toEqual(["call", "clinician"]);
    expect(findReady("911", "en", who)[0]?.name).toBe("urgent");
  });
  it("are shown as they would be sent, with names for braces", () => {
    expect(findReady("hello", "en", who)[0]?.text).toMatch(/^Hello, this is Ana from/);
  });
});
