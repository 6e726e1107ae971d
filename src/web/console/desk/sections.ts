// SPDX-License-Identifier: Apache-2.0
// The list as a person reads it: who needs somebody first. Pure.
import type { Alert, Summary } from "../../shared/wire";
import type { DeskState } from "./state";

export const sectionKeys = ["alerts", "waiting", "mine", "bot", "others", "closed"] as const;
export type SectionKey = (typeof sectionKeys)[number];
export type Sections = Record<SectionKey, Summary[]>;

/** A wish to die and an emergency come before a question after an infusion. */
const alertOrder: Record<Alert, number> = {
  self_harm: 0,
  emergency: 0,
  misuse: 1,
  after_infusion: 2,
};

export function sectionOf(summary: Summary, me: string | undefined): SectionKey {
  if (summary.alert) return "alerts";
  if (summary.status === "waiting") return "waiting";
  if (summary.status === "closed") return "closed";
  if (summary.status === "bot") return "bot";
  return summary.staff?.id === me ? "mine" : "others";
}

export function sectionsOf(state: Pick<DeskState, "conversations" | "me">): Sections {
  const sections: Sections = { alerts: [], waiting: [], mine: [], bot: [], others: [], closed: [] };
  for (const summary of Object.values(state.conversations)) {
    sections[sectionOf(summary, state.me?.id)].push(summary);
  }
  const newest = (a: Summary, b: Summary) => latest(b).localeCompare(latest(a));
  for (const key of sectionKeys) sections[key].sort(newest);
  sections.alerts.sort((a, b) => severity(a) - severity(b));
  sections.waiting.sort((a, b) => (a.position ?? 999) - (b.position ?? 999));
  sections.mine.sort((a, b) => Number(b.unread > 0) - Number(a.unread > 0));
  return sections;
}

/** Who makes a sound: each conversation that waits or has an alert. */
export function callers(state: Pick<DeskState, "conversations">): { id: string; alert: boolean }[] {
  return Object.values(state.conversations)
    .filter((summary) => summary.alert || summary.status === "waiting")
    .map((summary) => ({ id: summary.id, alert: Boolean(summary.alert) }));
}

const latest = (summary: Summary) => summary.last?.at ?? summary.started_at;
const severity = (summary: Summary) => (summary.alert ? alertOrder[summary.alert] : 9);
