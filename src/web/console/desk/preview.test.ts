// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import type { Summary } from "../../shared/wire";
import { previewOf } from "./preview";

const at = "2026-03-10T13:30:00.000Z";
const ana = { id: "ana", name: "Ana" };

function said(from: "visitor" | "bot" | "staff" | "system", more: Partial<Summary> = {}): Summary {
  return {
    id: "c1",
    status: "staff",
    staff: ana,
    language: "en",
    started_at: at,
    last: { seq: 4, from, text: "Good morning", at },
    unread: 0,
    online: true,
    ...more,
  };
}

it("says You before what I wrote, and Staff before what a colleague wrote", () => {
  expect(previewOf(said("staff"), "ana")).toBe("You: Good morning");
  expect(previewOf(said("staff"), "ben")).toBe("Staff: Good morning");
});

it("still says You when an alert has moved the conversation to the top", () => {
  expect(previewOf(said("staff", { alert: "misuse" }), "ana")).toBe("You: Good morning");
});

it("names the bot, and leaves the visitor's and the desk's own lines as they are", () => {
  expect(previewOf(said("bot", { status: "bot" }), "ana")).toBe("Bot: Good morning");
  expect(previewOf(said("visitor"), "ana")).toBe("Good morning");
  expect(previewOf(said("system"), "ana")).toBe("Good morning");
});

it("does not guess who proposed times while nobody held the conversation", () => {
  const { staff: _, ...nobodys } = said("staff", { status: "bot" });
  expect(previewOf(nobodys, "ana")).toBe("Staff: Good morning");
  expect(previewOf(nobodys, undefined)).toBe("Staff: Good morning");
});

it("says that nothing was written yet", () => {
  expect(previewOf(said("bot", { last: null }), "ana")).toBe("Nothing written yet");
});
