// SPDX-License-Identifier: Apache-2.0
// What only this clinic knows; what is not known yet comes first, with what depends on it.
import { useMemo } from "react";
import type { Rules } from "../../../shared/wire";
import { Empty } from "../../parts/Empty";
import { text } from "../../text";
import { useDraftRules, usePublished } from "../rulesStore";
import { SearchedPage } from "../SearchedPage";
import { Section } from "../Section";
import { factsUsed, plainForm } from "../warnings";
import { FactRow } from "./FactRow";

const words = text.admin.facts;

export function FactsPage() {
  return (
    <SearchedPage title={text.admin.parts.facts} lead={words.lead} hint={words.searchHint}>
      {(query) => <FactsFound query={query} />}
    </SearchedPage>
  );
}

function FactsFound({ query }: { query: string }) {
  const rules = useDraftRules();
  const published = usePublished();
  const users = useMemo(() => topicsByFact(rules), [rules]);
  const names = Object.keys(rules.facts).filter((name) =>
    plainForm(name).includes(plainForm(query)),
  );
  // By what is published, not by the draft: a field that moves away while one types is no field.
  const unknown = names.filter((name) => (published.facts[name] ?? null) === null);
  const known = names.filter((name) => !unknown.includes(name));
  const row = (name: string) => (
    <FactRow
      key={name}
      name={name}
      value={rules.facts[name] ?? null}
      topics={users.get(name) ?? []}
    />
  );
  return (
    <>
      {names.length === 0 && <Empty title={words.none} />}
      {unknown.length > 0 && (
        <Section title={words.unknownTitle(unknown.length)}>{unknown.map(row)}</Section>
      )}
      {known.length > 0 && <Section title={words.knownTitle}>{known.map(row)}</Section>}
    </>
  );
}

function topicsByFact(rules: Rules): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const topic of rules.intents) {
    for (const name of factsUsed(topic))
      users.set(name, [...(users.get(name) ?? []), topic.title.en]);
  }
  return users;
}
