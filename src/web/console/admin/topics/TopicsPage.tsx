// SPDX-License-Identifier: Apache-2.0
// All topics by group, with what should be looked at.
import { Button, Checkbox, Group } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useDeferredValue, useMemo, useState } from "react";
import type { Intent } from "../../../shared/wire";
import { Empty } from "../../parts/Empty";
import { text } from "../../text";
import { editedItems } from "../edits";
import { PageHead } from "../PageHead";
import { useDraftRules, usePublished, useRulesStore } from "../rulesStore";
import { SearchField } from "../SearchField";
import { plainForm, type Warning, warningsOf } from "../warnings";
import { NewTopic } from "./NewTopic";
import { TopicGroup } from "./TopicGroup";

const words = text.admin.topics;

export interface TopicLine {
  topic: Intent;
  warnings: Warning[];
  edited: "added" | "changed" | null;
  /** All that a search looks at, made once: it is read at each key. */
  haystack: string;
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
      const warnings = warningsOf(topic, rules, today);
      return { topic, warnings, edited, haystack: haystackOf(topic) };
    });
  }, [rules, edits, published]);
  const wanted = plainForm(useDeferredValue(query));
  const shown = lines.filter(
    ({ haystack, warnings }) => haystack.includes(wanted) && (!onlyWarnings || warnings.length > 0),
  );

  return (
    <>
      <PageHead title={text.admin.parts.topics} lead={words.lead}>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      </PageHead>
      <Group mb="md">
        <SearchField hint={words.searchHint} query={query} onChange={setQuery} />
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

const haystackOf = ({ id, title, examples }: Intent) =>
  [id, title.en, title.es, ...Object.values(examples).flat()].map(plainForm).join("\n");

function grouped(lines: TopicLine[]): [string, TopicLine[]][] {
  const groups = new Map<string, TopicLine[]>();
  for (const line of lines) {
    const group = line.topic.id.split(".")[0] ?? "";
    groups.set(group, [...(groups.get(group) ?? []), line]);
  }
  return [...groups];
}
