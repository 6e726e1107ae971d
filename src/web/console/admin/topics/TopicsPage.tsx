// SPDX-License-Identifier: Apache-2.0
// All topics by group, with what should be looked at.
import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { Intent } from "../../../shared/wire";
import { Empty } from "../../parts/Empty";
import { text } from "../../text";
import { editedItems } from "../edits";
import { PageHead } from "../PageHead";
import { useDraftRules, usePublished, useRulesStore } from "../rulesStore";
import { plainForm, type Warning, warningsOf } from "../warnings";
import { NewTopic } from "./NewTopic";
import { TopicGroup } from "./TopicGroup";

const words = text.admin.topics;

export interface TopicLine {
  topic: Intent;
  warnings: Warning[];
  edited: "added" | "changed" | null;
}

export function TopicsPage() {
  const rules = useDraftRules();
  const published = usePublished();
  const edits = useRulesStore((state) => state.edits);
  const [query, setQuery] = useState("");
  const [onlyWarnings, setOnlyWarnings] = useState(false);
  const [adding, setAdding] = useState(false);

  const lines = useMemo(() => {
    const today = new Date().toISOString().slice(0, 10);
    const items = editedItems(edits, published).filter((item) => item.part === "intents");
    return rules.intents.map((topic): TopicLine => {
      const item = items.find((one) => one.key === topic.id);
      const edited = item && item.kind !== "removed" ? item.kind : null;
      return { topic, warnings: warningsOf(topic, rules, today), edited };
    });
  }, [rules, edits, published]);
  const shown = lines.filter(
    (line) => fits(line.topic, query) && (!onlyWarnings || line.warnings.length > 0),
  );

  return (
    <>
      <PageHead title={text.admin.parts.topics} lead={words.lead}>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      </PageHead>
      <Group mb="md">
        <TextInput
          flex={1}
          leftSection={<IconSearch size={16} />}
          aria-label={words.searchHint}
          placeholder={words.searchHint}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Checkbox
          label={words.onlyWarnings}
          checked={onlyWarnings}
          onChange={(event) => setOnlyWarnings(event.currentTarget.checked)}
        />
      </Group>
      {shown.length === 0 && <Empty title={words.none} />}
      {grouped(shown).map(([group, items]) => (
        <TopicGroup key={group} group={group} lines={items} />
      ))}
      {adding && <NewTopic onClose={() => setAdding(false)} />}
    </>
  );
}

function fits(topic: Intent, query: string): boolean {
  const wanted = plainForm(query);
  if (!wanted) return true;
  const texts = [topic.title.en, topic.title.es, ...Object.values(topic.examples).flat()];
  return (
    topic.id.includes(query.trim().toLowerCase()) ||
    texts.some((one) => plainForm(one).includes(wanted))
  );
}

function grouped(lines: TopicLine[]): [string, TopicLine[]][] {
  const groups = new Map<string, TopicLine[]>();
  for (const line of lines) {
    const group = line.topic.id.split(".")[0] ?? "";
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  return [...groups];
}
