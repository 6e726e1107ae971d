// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Intent, Rules } from "../../shared/wire";
import { exampleOwners, plainForm, warningsOf } from "./warnings";

const many = (n: number) => Array.from({ length: n }, (_, i) => `example ${i}`);
const topic = (more: Partial<Intent> = {}): Intent => ({
  id: "clinic.cost",
  title: { en: "Cost", es: "Costo" },
  kind: "practical",
  examples: { en: many(9), es: many(9) },
  answers: { en: [{ text: "It costs {price}." }], es: [{ text: "Cuesta {price}." }] },
  ...more,
});
const rules = (facts: Rules["facts"], intents: Intent[] = []) =>
  ({ settings: { languages: ["en", "es"] }, facts, intents }) as unknown as Rules;
const kinds = (one: Intent, facts: Rules["facts"] = { price: "$1" }, today = "2026-11-23") =>
  warningsOf(one, rules(facts), today).map((warning) => warning.kind);

describe("warnings", () => {
  it("are none for a topic in order", () => expect(kinds(topic())).toEqual([]));

  it("name the fact that is missing, and leave other words in braces alone", () => {
    expect(warningsOf(topic(), rules({ price: null }), "2026-11-23")).toEqual([
      { kind: "fact_missing", facts: ["price"] },
    ]);
    const other = topic({
      answers: { en: [{ text: "We open {opens_at}." }], es: [{ text: "-" }] },
    });
    expect(kinds(other)).toEqual([]);
  });

  it("tell an unsigned answer from an expired and from one that is due soon", () => {
    const review = { sources: [], by: null, on: "2026-06-01", until: "2026-12-10" };
    expect(kinds(topic({ kind: "medical", review }))).toEqual(["due", "unsigned"]);
    expect(kinds(topic({ kind: "medical", review }), {}, "2026-12-11")).toContain("expired");
  });

  it("count examples by language", () => {
    expect(kinds(topic({ examples: { en: many(9), es: [] } }))).toEqual(["few_examples"]);
  });
});

describe("duplicates", () => {
  it("are seen through capitals, accents and marks", () => {
    expect(plainForm("¿Cuánto  DURA?")).toBe("cuanto dura");
    const one = topic({ examples: { en: ["How long?"], es: [] } });
    const two = { ...topic({ examples: { en: ["how long"], es: [] } }), id: "ketamine.duration" };
    expect(exampleOwners(rules({}, [one, two])).get("how long")).toEqual([
      "clinic.cost",
      "ketamine.duration",
    ]);
  });
});
