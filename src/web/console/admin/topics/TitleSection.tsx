// SPDX-License-Identifier: Apache-2.0
// Titles, button labels, kind and action of a topic.
import { Select, TextInput } from "@mantine/core";
import type { Intent, Lang } from "../../../shared/wire";
import { text } from "../../text";
import styles from "../admin.module.css";
import { useDraftRules } from "../rulesStore";
import { Section } from "../Section";
import { languagesOf } from "../warnings";
import { emptyReview } from "./NewTopic";
import type { SectionProps } from "./TopicPage";

const words = text.admin.topic;
const names = text.admin.languages;
const kinds: Intent["kind"][] = ["medical", "practical", "smalltalk", "action"];
const actions = ["none", "handoff", "book", "cancel", "reschedule", "end"] as const;

export function TitleSection({ topic, onChange }: SectionProps) {
  const rules = useDraftRules();
  const languages = languagesOf(rules);
  function setButton(language: Lang, value: string) {
    const button = { en: "", es: "", ...topic.button, [language]: value };
    // An empty label for one language only would put an empty button before a visitor.
    if (button.en || button.es) onChange({ button });
    else onChange({ button: undefined });
  }
  function setKind(kind: Intent["kind"]) {
    onChange({ kind, ...(kind === "medical" && !topic.review ? { review: emptyReview() } : {}) });
  }
  return (
    <Section title={words.titles} lead={words.titleHint}>
      <div className={styles.columns}>
        {languages.map((language) => (
          <TextInput
            key={`title ${language}`}
            label={words.title(names[language])}
            value={topic.title[language]}
            onChange={(event) =>
              onChange({ title: { ...topic.title, [language]: event.currentTarget.value } })
            }
          />
        ))}
        {languages.map((language) => (
          <TextInput
            key={`button ${language}`}
            label={words.button(names[language])}
            placeholder={words.buttonHint}
            value={topic.button?.[language] ?? ""}
            onChange={(event) => setButton(language, event.currentTarget.value)}
          />
        ))}
        <Select
          label={words.kind}
          description={words.kindHint[topic.kind]}
          data={kinds.map((value) => ({ value, label: text.admin.topics.kinds[value] }))}
          allowDeselect={false}
          value={topic.kind}
          onChange={(value) => setKind(value as Intent["kind"])}
        />
        <Select
          label={words.action}
          description={"\u00a0"}
          data={actions.map((value) => ({ value, label: words.actions[value] }))}
          allowDeselect={false}
          value={topic.action ?? "none"}
          onChange={(value) =>
            onChange({ action: value === "none" ? null : (value as Intent["action"]) })
          }
        />
      </div>
    </Section>
  );
}
