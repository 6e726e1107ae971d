// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import type { Card, Message } from "../shared/wire";
import { activeChoices, grouped, proposalOpen } from "./grouping";

const at = (minute: number, date = 10) => new Date(2026, 2, date, 12, minute).toISOString();
const message = (seq: number, from: Message["from"], more: Partial<Message> = {}): Message => ({
  seq,
  from,
  text: `${seq}`,
  at: at(seq),
  ...more,
});

it("joins what one speaker says in a row", () => {
  const groups = grouped([
    message(1, "visitor"),
    message(2, "bot"),
    message(3, "bot"),
    message(4, "visitor"),
  ]);
  expect(groups.map((g) => g.messages.length)).toEqual([1, 2, 1]);
});

it("parts speakers, long pauses and days", () => {
  const groups = grouped([
    message(1, "staff", { name: "Ana" }),
    message(2, "staff", { name: "Ben" }),
    message(3, "staff", { name: "Ben", at: at(40) }),
    message(4, "staff", { name: "Ben", at: at(41, 11) }),
  ]);
  expect(groups).toHaveLength(4);
  expect(groups.map((g) => g.day !== undefined)).toEqual([true, false, false, true]);
});

it("offers only the last message's quick replies, and none while something is on its way", () => {
  const choices = [{ id: "visit.book", label: "Book" }];
  const asked = [message(1, "bot", { choices })];
  expect(activeChoices(asked, false)).toEqual(choices);
  expect(activeChoices(asked, true)).toEqual([]);
  expect(activeChoices([...asked, message(2, "visitor")], false)).toEqual([]);
});

it("keeps a proposal open until it is answered or replaced", () => {
  const card: Card = {
    kind: "proposal",
    request: "r",
    times: [{ id: "a", at: at(0), label: "Tue 9:00" }],
  };
  const proposed = [
    message(1, "staff", { card, choices: [{ id: "proposal.a", label: "Tue 9:00" }] }),
  ];
  expect(activeChoices(proposed, false)).toEqual([]); // the card itself has the buttons
  expect(proposalOpen(proposed, 1)).toBe(true);
  expect(proposalOpen([...proposed, message(2, "visitor", { text: "any other day?" })], 1)).toBe(
    true,
  );
  expect(proposalOpen([...proposed, message(2, "visitor", { text: "Tue 9:00" })], 1)).toBe(false);
  const done: Card = { kind: "appointment", request: "r", at: at(0), label: "Tue 9:00" };
  expect(proposalOpen([...proposed, message(2, "bot", { card: done })], 1)).toBe(false);
});
