// SPDX-License-Identifier: Apache-2.0
// What a visitor reads in one kind of danger, with its buttons.
import { Badge, Group, Textarea, TextInput } from "@mantine/core";
import { text } from "../../text";
import styles from "../admin.module.css";
import type { SafetyResponse } from "../edits";
import { edit, useDraftRules } from "../rulesStore";
import variant from "../topics/topics.module.css";
import { languagesOf } from "../warnings";

const words = text.admin.safety;
const names = text.admin.languages;

export function SafetyText({ topic, response }: { topic: string; response: SafetyResponse }) {
  const languages = languagesOf(useDraftRules());
  const set = (change: Partial<SafetyResponse>) =>
    edit({ part: "responses", key: topic, value: { ...response, ...change } });
  return (
    <div className={variant.variant}>
      <h3 className={styles.columnTitle}>
        {words.names[topic] ?? topic} <span className="id">{topic}</span>
      </h3>
      <div className={styles.columns}>
        {languages.map((language) => (
          <div key={language}>
            <TextInput
              label={words.textTitle(names[language])}
              mb="xs"
              value={response.title[language]}
              onChange={(event) =>
                set({ title: { ...response.title, [language]: event.currentTarget.value } })
              }
            />
            <Textarea
              label={words.text(names[language])}
              autosize
              minRows={3}
              value={response.text[language]}
              onChange={(event) =>
                set({ text: { ...response.text, [language]: event.currentTarget.value } })
              }
            />
            <Group gap={6} mt="xs" title={words.buttons}>
              {response.actions.map((action) => (
                <Badge key={action.href} variant="default" tt="none" title={action.href}>
                  {action.label[language]}
                </Badge>
              ))}
            </Group>
          </div>
        ))}
      </div>
    </div>
  );
}
