// SPDX-License-Identifier: Apache-2.0
// The review record: sources, who signed, until when the answer may be shown.
import { ActionIcon, Button, Group, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { IntentReview, Source } from "../../../shared/wire";
import { replaced, without } from "../../parts/lists";
import { text } from "../../text";
import columns from "../admin.module.css";
import { Section } from "../Section";
import { emptyReview } from "./NewTopic";
import type { SectionProps } from "./TopicPage";

const words = text.admin.topic;

export function ReviewSection({ topic, onChange }: SectionProps) {
  const { review } = topic;
  if (!review) {
    return (
      <Section title={words.review} lead={words.noReview}>
        <Button variant="default" size="xs" onClick={() => onChange({ review: emptyReview() })}>
          {words.addReview}
        </Button>
      </Section>
    );
  }
  const set = (change: Partial<IntentReview>) => onChange({ review: { ...review, ...change } });
  return (
    <Section title={words.review} lead={words.reviewLead}>
      <div className={columns.columns}>
        <TextInput
          label={words.signedBy}
          description={words.signedByHint}
          value={review.by ?? ""}
          onChange={(event) => set({ by: event.currentTarget.value || null })}
        />
        <Group grow align="flex-end">
          <TextInput
            type="date"
            label={words.reviewedOn}
            value={review.on}
            onChange={(event) => set({ on: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={words.validUntil}
            value={review.until}
            onChange={(event) => set({ until: event.currentTarget.value })}
          />
        </Group>
      </div>
      <h3 className={columns.columnTitle} style={{ marginTop: 16 }}>
        {words.sources}
      </h3>
      <Sources sources={review.sources} onChange={(sources) => set({ sources })} />
    </Section>
  );
}

function Sources(props: { sources: Source[]; onChange: (sources: Source[]) => void }) {
  const { sources, onChange } = props;
  return (
    <>
      {sources.map((source, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a source is edited in its place
        <Group key={index} gap={8} mb={8} wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={words.sourceTitle(index + 1)}
            value={source.title}
            onChange={(event) =>
              onChange(replaced(sources, index, { ...source, title: event.currentTarget.value }))
            }
          />
          <TextInput
            flex={1}
            type="url"
            placeholder="https://"
            aria-label={words.sourceUrl(index + 1)}
            value={source.url ?? ""}
            onChange={(event) =>
              onChange(replaced(sources, index, { ...source, url: event.currentTarget.value }))
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.removeSource(index + 1)}
            onClick={() => onChange(without(sources, index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...sources, { title: "" }])}
      >
        {words.addSource}
      </Button>
    </>
  );
}
