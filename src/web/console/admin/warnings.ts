// SPDX-License-Identifier: Apache-2.0
// What an admin should know about a topic before the server's check says it. Pure.
import type { Fact, Intent, Lang, Rules } from "../../shared/wire";

export type Warning =
  | { kind: "unsigned" }
  | { kind: "expired"; until: string }
  | { kind: "due"; until: string }
  | { kind: "fact_missing"; facts: string[] }
  | { kind: "few_examples"; language: Lang; count: number }
  | { kind: "no_answer"; language: Lang };

/** Fewer than this, and a topic is found by luck. */
export const examplesMin = 8;
/** A review takes a clinician's time: say it a month ahead. */
const dueDays = 30;

export function warningsOf(topic: Intent, rules: Rules, today: string): Warning[] {
  const warnings: Warning[] = [];
  const { review } = topic;
  if (review && review.until < today) warnings.push({ kind: "expired", until: review.until });
  else if (review && daysBetween(today, review.until) <= dueDays) {
    warnings.push({ kind: "due", until: review.until });
  }
  const missing = missingFacts(topic, rules.facts);
  if (missing.length) warnings.push({ kind: "fact_missing", facts: missing });
  for (const language of languagesOf(rules)) {
    const count = (topic.examples[language] ?? []).length;
    if (count < examplesMin) warnings.push({ kind: "few_examples", language, count });
    const answers = topic.answers[language] ?? [];
    if (answers.length === 0) warnings.push({ kind: "no_answer", language });
  }
  if (topic.kind === "medical" && !review?.by) warnings.push({ kind: "unsigned" });
  return warnings;
}

export const languagesOf = (rules: Rules): Lang[] =>
  (rules.settings as { languages?: Lang[] }).languages ?? ["en", "es"];

/** Names of facts in braces that the answers of a topic use. */
export function factsUsed(topic: Intent): Set<string> {
  const texts = Object.values(topic.answers).flatMap((answers) => answers.map(({ text }) => text));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1] ?? "")),
  );
}

function missingFacts(topic: Intent, facts: Record<string, Fact>): string[] {
  return [...factsUsed(topic)].filter((name) => name in facts && facts[name] === null);
}

const daysBetween = (from: string, to: string) =>
  (Date.parse(to) - Date.parse(from)) / (24 * 3600 * 1000);

/** Each example's plain form (no capitals, accents, marks) to the topics that have it. */
export function exampleOwners(rules: Rules): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const topic of rules.intents) {
    for (const example of Object.values(topic.examples).flat()) {
      const plain = plainForm(example);
      owners.set(plain, [...(owners.get(plain) ?? []), topic.id]);
    }
  }
  return owners;
}

export const plainForm = (example: string) =>
  example
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
