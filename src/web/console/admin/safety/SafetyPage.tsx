// SPDX-License-Identifier: Apache-2.0
// What is said and recognized when somebody may be in danger; published on its own.
import { Alert, Button, Group } from "@mantine/core";
import { IconShieldHeart } from "@tabler/icons-react";
import { useState } from "react";
import { text } from "../../text";
import { PublishDialog } from "../draft/PublishDialog";
import { editedItems, responsesOf } from "../edits";
import { PageHead } from "../PageHead";
import { revertAll, useDraftRules, usePublished, useRulesStore } from "../rulesStore";
import { Section } from "../Section";
import { SafetyFamilies } from "./SafetyFamilies";
import { SafetyText } from "./SafetyText";

const words = text.admin.safety;

export function SafetyPage() {
  const rules = useDraftRules();
  const published = usePublished();
  const edits = useRulesStore((state) => state.edits);
  const [publishing, setPublishing] = useState(false);
  const items = editedItems(edits, published).filter((item) => item.part === "responses");
  return (
    <div>
      <PageHead title={text.admin.parts.safety} lead={words.lead} />
      <Alert icon={<IconShieldHeart size={20} />} mb="md">
        {words.own}
      </Alert>
      <Section title={words.texts}>
        {Object.entries(responsesOf(rules)).map(([topic, response]) => (
          <SafetyText key={topic} topic={topic} response={response} />
        ))}
        {items.length > 0 && (
          <Group mt="md">
            <b>{words.pending}</b>
            <Button variant="subtle" color="gray" onClick={() => revertAll(items)}>
              {words.discard}
            </Button>
            <Button onClick={() => setPublishing(true)}>{words.publish}</Button>
          </Group>
        )}
      </Section>
      <SafetyFamilies safety={rules.safety} />
      {publishing && <PublishDialog which="safety" onClose={() => setPublishing(false)} />}
    </div>
  );
}
