// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Intent, Rules } from "../../shared/wire";
import {
  applyEdit,
  conflictsOf,
  draftOf,
  type Edit,
  editedItems,
  noEdits,
  revertEdit,
  withEdits,
} from "./edits";

const topic = (id: string, example = "hello"): Intent => ({
  id,
  title: { en: id, es: id },
  kind: "practical",
  examples: { en: [example], es: [] },
  answers: { en: [{ text: "Hi." }], es: [] },
});

const rules: Rules = {
  revision: 7,
  settings: { time_zone: "America/New_York", hours: null },
  facts: { phone: null, doctor: "Dr. Joshi" },
  synonyms: { en: [], es: [] },
  phrases: { welcome: { en: "Hello", es: "Hola" } },
  intents: [topic("clinic.hours"), topic("clinic.cost")],
  none: { en: [], es: [] },
  safety: { families: [], responses: {} },
};

const edited = (...list: Edit[]) =>
  list.reduce((edits, edit) => applyEdit(edits, edit, rules), noEdits);

describe("a draft", () => {
  it("counts what really differs, not what was typed back", () => {
    const edits = edited(
      { part: "facts", key: "phone", value: "410" },
      { part: "facts", key: "doctor", value: "Dr. Joshi" },
    );
    expect(editedItems(edits, rules)).toEqual([{ part: "facts", key: "phone", kind: "changed" }]);
  });

  it("sends changed topics whole and leaves the others alone", () => {
    const edits = edited({
      part: "intents",
      key: "clinic.cost",
      value: topic("clinic.cost", "price"),
    });
    expect(draftOf(edits, rules, "rules")).toEqual({ intents: [topic("clinic.cost", "price")] });
  });

  it("sends a part of settings whole, so that nothing is lost if the server replaces it", () => {
    const edits = edited({ part: "settings", key: "time_zone", value: "America/Chicago" });
    const { settings } = draftOf(edits, rules, "rules");
    expect(settings).toEqual({ time_zone: "America/Chicago", hours: null });
  });

  it("keeps safety apart from the rest", () => {
    const response = { title: { en: "a", es: "b" }, text: { en: "c", es: "d" }, actions: [] };
    const edits = edited(
      { part: "responses", key: "safety.self_harm", value: response },
      { part: "facts", key: "phone", value: "410" },
    );
    expect(Object.keys(draftOf(edits, rules, "rules"))).toEqual(["facts"]);
    expect(Object.keys(draftOf(edits, rules, "safety"))).toEqual(["safety"]);
  });

  it("forgets a topic that was added and removed again", () => {
    const edits = edited(
      { part: "intents", key: "clinic.new", value: topic("clinic.new") },
      { part: "removed", key: "clinic.new" },
    );
    expect(editedItems(edits, rules)).toEqual([]);
  });

  it("removes a topic, and takes the removal back", () => {
    const edits = edited({ part: "removed", key: "clinic.cost" });
    expect(withEdits(rules, edits).intents.map((intent) => intent.id)).toEqual(["clinic.hours"]);
    expect(draftOf(edits, rules, "rules").removed).toEqual(["clinic.cost"]);
    const back = revertEdit(edits, { part: "removed", key: "clinic.cost" });
    expect(editedItems(back, rules)).toEqual([]);
  });
});

describe("when somebody published meanwhile", () => {
  const theirs: Rules = { ...rules, revision: 8, facts: { ...rules.facts, phone: "443" } };

  it("says which edits touch the same place", () => {
    const edits = edited({ part: "facts", key: "phone", value: "410" });
    expect(conflictsOf(edits, theirs)).toHaveLength(1);
    expect(conflictsOf(edits, rules)).toHaveLength(0);
  });

  it("puts other edits on top of theirs without taking theirs back", () => {
    const edits = edited({ part: "facts", key: "doctor", value: "Dr. Lee" });
    expect(conflictsOf(edits, theirs)).toHaveLength(0);
    expect(draftOf(edits, theirs, "rules").facts).toEqual({ phone: "443", doctor: "Dr. Lee" });
  });
});
