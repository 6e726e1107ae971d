// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Summary } from "../../shared/wire";
import { sectionsOf } from "./sections";

function summary(id: string, more: Partial<Summary>): Summary {
  return {
    id,
    status: "bot",
    language: "en",
    started_at: "2026-03-10T13:30:00.000Z",
    last: null,
    unread: 0,
    online: true,
    ...more,
  };
}

const ids = (...summaries: Summary[]) => {
  const me = { id: "ana", name: "Ana", role: "staff" as const, available: true };
  const conversations = Object.fromEntries(summaries.map((one) => [one.id, one]));
  const sections = sectionsOf({ conversations, me });
  return Object.fromEntries(
    Object.entries(sections).map(([key, items]) => [key, items.map((item) => item.id)]),
  );
};

describe("the sections of the list", () => {
  it("puts an alert above everything, whoever holds the conversation", () => {
    const list = ids(
      summary("w", { status: "waiting", position: 1 }),
      summary("late", { alert: "after_infusion", status: "staff" }),
      summary("danger", { alert: "self_harm" }),
    );
    expect(list.alerts).toEqual(["danger", "late"]);
    expect(list.waiting).toEqual(["w"]);
  });

  it("keeps the order of the queue", () => {
    const list = ids(
      summary("second", { status: "waiting", position: 2 }),
      summary("first", { status: "waiting", position: 1 }),
    );
    expect(list.waiting).toEqual(["first", "second"]);
  });

  it("tells mine from those of others, unread ones first", () => {
    const list = ids(
      summary("seen", { status: "staff", staff: { id: "ana", name: "Ana" } }),
      summary("new", { status: "staff", staff: { id: "ana", name: "Ana" }, unread: 2 }),
      summary("ben", { status: "staff", staff: { id: "ben", name: "Ben" } }),
    );
    expect(list.mine).toEqual(["new", "seen"]);
    expect(list.others).toEqual(["ben"]);
  });
});
