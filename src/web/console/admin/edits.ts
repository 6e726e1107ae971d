// SPDX-License-Identifier: Apache-2.0
// What an admin changed and has not published: small edits on top of the rules in force. Pure.
// Edits, not a copy of the rules: when somebody else publishes meanwhile, only what was really
// changed here is put on top of theirs.
import type { Draft, Fact, Intent, Rules, Texts } from "../../shared/wire";

export interface SafetyResponse {
  title: Texts;
  text: Texts;
  actions: { href: string; label: Texts }[];
}

export interface Edits {
  /** The revision on which the first of these edits was made. */
  base: number;
  settings: Record<string, unknown>;
  facts: Record<string, Fact>;
  phrases: Record<string, Texts>;
  intents: Record<string, Intent>;
  removed: string[];
  /** What is said when somebody may be in danger: published on its own. */
  responses: Record<string, SafetyResponse>;
  /** By "part/key": what stood there before the first edit, to see who else changed it. */
  was: Record<string, unknown>;
}

export const noEdits: Edits = {
  base: 0,
  settings: {},
  facts: {},
  phrases: {},
  intents: {},
  removed: [],
  responses: {},
  was: {},
};

export type EditPart = "settings" | "facts" | "phrases" | "intents" | "responses";
export type Edit =
  | { part: "settings"; key: string; value: unknown }
  | { part: "facts"; key: string; value: Fact }
  | { part: "phrases"; key: string; value: Texts }
  | { part: "intents"; key: string; value: Intent }
  | { part: "responses"; key: string; value: SafetyResponse }
  | { part: "removed"; key: string };

export interface EditedItem {
  part: EditPart | "removed";
  key: string;
  kind: "added" | "changed" | "removed";
}

export function applyEdit(edits: Edits, edit: Edit, rules: Rules): Edits {
  const path = `${edit.part === "removed" ? "intents" : edit.part}/${edit.key}`;
  const was = path in edits.was ? edits.was : { ...edits.was, [path]: valueAt(rules, path) };
  const base = editedItems(edits, rules).length === 0 ? rules.revision : edits.base;
  if (edit.part === "removed") {
    const { [edit.key]: _gone, ...intents } = edits.intents;
    const known = rules.intents.some((intent) => intent.id === edit.key);
    const removed = known ? [...new Set([...edits.removed, edit.key])] : edits.removed;
    return { ...edits, base, was, intents, removed };
  }
  return {
    ...edits,
    base,
    was,
    removed: edits.removed.filter((id) => edit.part !== "intents" || id !== edit.key),
    [edit.part]: { ...edits[edit.part], [edit.key]: edit.value },
  };
}

/** Takes one edit back. */
export function revertEdit(edits: Edits, item: Pick<EditedItem, "part" | "key">): Edits {
  const { part, key } = item;
  if (part === "removed") return { ...edits, removed: edits.removed.filter((id) => id !== key) };
  const { [key]: _gone, ...others } = edits[part];
  const { [`${part}/${key}`]: _was, ...was } = edits.was;
  return { ...edits, [part]: others, was };
}

const parts: EditPart[] = ["intents", "facts", "phrases", "settings", "responses"];

/** What really differs from the rules; an edit that was typed back is none. */
export function editedItems(edits: Edits, rules: Rules): EditedItem[] {
  const changed = parts.flatMap((part) =>
    Object.entries(edits[part] as Record<string, unknown>)
      .filter(([key, value]) => !same(value, valueAt(rules, `${part}/${key}`)))
      .map(([key]) => {
        const fresh = valueAt(rules, `${part}/${key}`) === undefined;
        return { part, key, kind: fresh ? ("added" as const) : ("changed" as const) };
      }),
  );
  const removed = edits.removed
    .filter((id) => rules.intents.some((intent) => intent.id === id))
    .map((key) => ({ part: "removed" as const, key, kind: "removed" as const }));
  return [...changed, ...removed];
}

/** Edited here, and changed by somebody else since the edit began. */
export function conflictsOf(edits: Edits, rules: Rules): EditedItem[] {
  return editedItems(edits, rules).filter((item) => {
    const path = `${item.part === "removed" ? "intents" : item.part}/${item.key}`;
    return path in edits.was && !same(edits.was[path] ?? null, valueAt(rules, path) ?? null);
  });
}

/** The rules as they would be. */
export function withEdits(rules: Rules, edits: Edits): Rules {
  const known = new Set(rules.intents.map((intent) => intent.id));
  const intents = rules.intents
    .filter((intent) => !edits.removed.includes(intent.id))
    .map((intent) => edits.intents[intent.id] ?? intent);
  const added = Object.values(edits.intents).filter((intent) => !known.has(intent.id));
  const responses = { ...responsesOf(rules), ...edits.responses };
  return {
    ...rules,
    settings: { ...rules.settings, ...edits.settings },
    facts: { ...rules.facts, ...edits.facts },
    phrases: { ...rules.phrases, ...edits.phrases },
    intents: [...intents, ...added],
    safety: { ...rules.safety, responses },
  };
}

/** The draft for the wire. Each part is sent whole, so that it means the same whether the server
 * merges it or replaces by it. `which` keeps safety apart: it is published on its own. */
export function draftOf(edits: Edits, rules: Rules, which: "rules" | "safety" | "all"): Draft {
  const items = editedItems(edits, rules);
  const full = withEdits(rules, edits);
  const has = (part: EditedItem["part"]) => items.some((item) => item.part === part);
  const draft: Draft = {};
  if (which !== "safety") {
    if (has("settings")) draft.settings = full.settings;
    if (has("facts")) draft.facts = full.facts;
    if (has("phrases")) draft.phrases = full.phrases;
    const changed = items.filter((item) => item.part === "intents").map((item) => item.key);
    const intents = full.intents.filter((intent) => changed.includes(intent.id));
    if (intents.length) draft.intents = intents;
    if (has("removed")) draft.removed = edits.removed;
  }
  if (which !== "rules" && has("responses")) draft.safety = full.safety;
  return draft;
}

export function responsesOf(rules: Rules): Record<string, SafetyResponse> {
  const { responses } = rules.safety as { responses?: Record<string, SafetyResponse> };
  return responses ?? {};
}

function valueAt(rules: Rules, path: string): unknown {
  const slash = path.indexOf("/");
  const part = path.slice(0, slash) as EditPart;
  const key = path.slice(slash + 1);
  if (part === "intents") return rules.intents.find((intent) => intent.id === key);
  if (part === "responses") return responsesOf(rules)[key];
  return (rules[part] as Record<string, unknown>)[key];
}

/** Deep equality of JSON values; the order of an object's keys does not count. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => same(a[key as keyof typeof a], b[key as keyof typeof b]));
}
