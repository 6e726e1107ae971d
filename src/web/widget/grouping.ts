// SPDX-License-Identifier: Apache-2.0
// Arranges messages for the eye: days, and runs of one speaker.
import type { Message } from "../shared/wire";
import { daysAgo } from "./times";

export interface Group {
  /** Stable: the seq of its first message. */
  key: number;
  from: Message["from"];
  name: string | undefined;
  messages: Message[];
  /** Set on the first group of a day: a moment of that day. */
  day?: string;
}

/** A pause longer than this starts a new group, so that its time is shown. */
const pause_ms = 10 * 60 * 1000;

export function grouped(messages: readonly Message[]): Group[] {
  const groups: Group[] = [];
  let last: Message | undefined;
  for (const message of messages) {
    const group = groups.at(-1);
    const newDay = !last || daysAgo(last.at, new Date(message.at)) !== 0;
    const pause = last ? Date.parse(message.at) - Date.parse(last.at) : 0;
    const same = group?.from === message.from && group.name === message.name;
    if (group && same && !newDay && pause < pause_ms && !message.card && !last?.card) {
      group.messages.push(message);
    } else {
      const { seq: key, from, name } = message;
      groups.push({ key, from, name, messages: [message], ...(newDay ? { day: message.at } : {}) });
    }
    last = message;
  }
  return groups;
}

/** The quick replies that may be tapped now: those of the last message, while it is the last. */
export function activeChoices(messages: readonly Message[], writing: boolean) {
  const last = messages.at(-1);
  // The card of a proposal has its own buttons.
  const shown = !writing && last && last.from !== "visitor" && last.card?.kind !== "proposal";
  return shown ? (last.choices ?? []) : [];
}

/** A proposal is open until it was answered or another card on the same request took its place. */
export function proposalOpen(messages: readonly Message[], seq: number): boolean {
  const card = messages.find((m) => m.seq === seq)?.card;
  if (card?.kind !== "proposal") return false;
  const labels = new Set(card.times.map((t) => t.label));
  return !messages.some((m) => {
    if (m.seq <= seq) return false;
    if (m.from === "visitor") return labels.has(m.text);
    return m.card !== undefined && "request" in m.card && m.card.request === card.request;
  });
}
