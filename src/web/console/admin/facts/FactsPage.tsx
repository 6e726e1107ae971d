// SPDX-License-Identifier: Apache-2.0
// What only this clinic knows; what is not known yet comes first, with what depends on it.
import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { Rules } from "../../../shared/wire";
import { Empty } from "../../parts/Empty";
import { text } from "../../text";
import { PageHead } from "../PageHead";
import { useDraftRules, usePublished } from "../rulesStore";
import { Section } from "../Section";
import { factsUsed } from "../warnings";
import { FactRow } from "./FactRow";

const words = text.admin.facts;

export function FactsPage() {
  const rules = useDraftRules();
  const published = usePublished();
  const [query, setQuery] = useState("");
  const users = useMemo(() => topicsByFact(rules), [rules]);
  const names = Object.keys(rules.facts).filter((name) =>
    name.replace(/_/g, " ").includes(query.trim().toLowerCase().replace(/_/g, " ")),
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
      <PageHead title={text.admin.parts.facts} lead={words.lead} />
      <TextInput
        mb="md"
        leftSection={<IconSearch size={16} />}
        aria-label={words.searchHint}
        placeholder={words.searchHint}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
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
