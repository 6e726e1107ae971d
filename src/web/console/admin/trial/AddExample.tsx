// SPDX-License-Identifier: Apache-2.0
// Turns the tried message into an example of a topic: the quickest way to make the desk better.
import { Button, Group, Select } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Trial } from "../../../shared/wire";
import { text } from "../../text";
import { edit, useDraftRules } from "../rulesStore";
import { topicOptions } from "../topics/topicOptions";

const words = text.admin.trial;

export function AddExample({ trial }: { trial: Trial }) {
  const rules = useDraftRules();
  const [id, setId] = useState<string | null>(trial.candidates[0]?.id ?? null);
  function add() {
    const topic = rules.intents.find((intent) => intent.id === id);
    if (!topic) return;
    const { language } = trial;
    const lines = topic.examples[language] ?? [];
    if (lines.includes(trial.text)) return;
    const examples = { ...topic.examples, [language]: [...lines, trial.text] };
    edit({ part: "intents", key: topic.id, value: { ...topic, examples } });
    notifications.show({ message: words.addedTo(topic.title.en) });
  }
  return (
    <>
      <h3>{words.addTo}</h3>
      <Group gap={8} wrap="nowrap" align="flex-end">
        <Select
          flex={1}
          searchable
          aria-label={words.addTo}
          data={topicOptions(rules)}
          value={id}
          onChange={setId}
        />
        <Button variant="default" disabled={!id} onClick={add}>
          {words.add}
        </Button>
      </Group>
    </>
  );
}
