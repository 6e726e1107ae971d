// SPDX-License-Identifier: Apache-2.0
// What a short question means right after this answer.
import { ActionIcon, Button, Select } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { FollowUp } from "../../../shared/wire";
import { replaced, without } from "../../parts/lists";
import { text } from "../../text";
import columns from "../admin.module.css";
import { useDraftRules } from "../rulesStore";
import { Section } from "../Section";
import { languagesOf } from "../warnings";
import { LineList } from "./LineList";
import type { SectionProps } from "./TopicPage";
import { topicOptions } from "./topicOptions";
import styles from "./topics.module.css";

const words = text.admin.topic;
const names = text.admin.languages;

export function FollowUpsSection({ topic, onChange }: SectionProps) {
  const rules = useDraftRules();
  const list = topic.follow_ups ?? [];
  const set = (follow_ups: FollowUp[]) => onChange({ follow_ups });
  const first = rules.intents[0]?.id ?? "";
  return (
    <Section title={words.followUps} lead={words.followUpsLead}>
      {list.map((followUp, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a follow-up is edited in its place
        <div key={index} className={styles.variant}>
          <div className={styles.variantHead}>
            <Select
              flex={1}
              maw={420}
              searchable
              allowDeselect={false}
              label={words.means}
              data={topicOptions(rules)}
              value={followUp.means}
              onChange={(means) => means && set(replaced(list, index, { ...followUp, means }))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.removeFollowUp}
              onClick={() => set(without(list, index))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
          <div className={columns.columns}>
            {languagesOf(rules).map((language) => (
              <LineList
                key={language}
                lines={followUp.examples[language] ?? []}
                name={(n) => words.inFollowUp(index + 1, words.example(n, names[language]))}
                adder={words.inFollowUp(index + 1, words.addExample(names[language]))}
                finder={words.inFollowUp(index + 1, words.findExample(names[language]))}
                onChange={(lines) => {
                  const examples = { ...followUp.examples, [language]: lines };
                  set(replaced(list, index, { ...followUp, examples }));
                }}
              />
            ))}
          </div>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} />}
        onClick={() => set([...list, { means: first, examples: { en: [], es: [] } }])}
      >
        {words.addFollowUp}
      </Button>
    </Section>
  );
}
