// SPDX-License-Identifier: Apache-2.0
// Holds the shipped rules files to their JSON Schemas (intents/schema), and the schemas to a few
// files that must not pass. Needs tests/browser's packages (npm ci there); says so without them.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const intents = join(here, "../../intents");
const packages = join(here, "../browser/package.json");
if (!existsSync(join(here, "../browser/node_modules/ajv"))) {
  console.log("skipped: run 'npm ci' in tests/browser first");
  process.exit(77);
}
const Ajv = createRequire(packages)("ajv/dist/2020").default;
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const kinds = ["settings", "facts", "synonyms", "phrases", "none", "safety", "topics"];
const check = Object.fromEntries(
  kinds.map((k) => [k, ajv.compile(read(join(intents, "schema", `${k}.schema.json`)))]),
);
const wrapped = ["facts", "phrases", "none"]; // may stand bare in their file (README)

let faults = 0;
const fail = (sentence) => {
  console.error(sentence);
  faults += 1;
};
for (const file of readdirSync(intents).filter((f) => f.endsWith(".json"))) {
  const name = file.replace(".json", "");
  const kind = kinds.includes(name) ? name : "topics";
  let value = read(join(intents, file));
  if (wrapped.includes(kind) && !(kind in value)) value = { [kind]: value };
  if (check[kind](value)) continue;
  for (const e of check[kind].errors) fail(`${file}${e.instancePath}: ${e.message}`);
}
const topic = { id: "a.b", title: { en: "A" }, kind: "practical" };
const wrong = [
  ["topics", { intents: [{ ...topic, anwsers: {} }] }],
  ["topics", { intents: [{ ...topic, kind: "medicine" }] }],
  ["topics", { intents: [{ ...topic, id: "two words" }] }],
  ["topics", { intents: [{ ...topic, examples: { fr: [] } }] }],
  ["settings", { hours: { monday: [{ from: "9", to: "17:00" }] } }],
  ["settings", { thresholds: { rejection: 2 } }],
  ["safety", { families: [{ id: "x", intent: "safety.selfharm", patterns: {} }] }],
];
for (const [kind, value] of wrong) {
  if (check[kind](value)) fail(`${kind}.schema.json lets this pass: ${JSON.stringify(value)}`);
}
console.log(faults === 0 ? "all rules files fit their schemas" : `${faults} faults`);
process.exit(faults === 0 ? 0 : 1);
