// SPDX-License-Identifier: Apache-2.0
// What is said, by language, in variants.
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Answer, Lang } from "../../../shared/wire";
import { replaced, without } from "../../parts/lists";
import { text } from "../../text";
import styles from "../admin.module.css";
import { useDraftRules } from "../rulesStore";
import { Section } from "../Section";
import { languagesOf } from "../warnings";
import { AnswerVariant } from "./AnswerVariant";
import type { SectionProps } from "./TopicPage";

const words = text.admin.topic;
const names = text.admin.languages;

export function AnswersSection({ topic, onChange }: SectionProps) {
  const rules = useDraftRules();
  const set = (language: Lang, variants: Answer[]) =>
    onChange({ answers: { ...topic.answers, [language]: variants } });
  return (
    <Section title={words.answers} lead={words.answersLead}>
      <div className={styles.columns}>
        {languagesOf(rules).map((language) => {
          const variants = topic.answers[language] ?? [];
          return (
            <div key={language}>
              <h3 className={styles.columnTitle}>{names[language]}</h3>
              {variants.map((answer, index) => (
                <AnswerVariant
                  // biome-ignore lint/suspicious/noArrayIndexKey: a variant is edited in its place
                  key={index}
                  name={words.answer(index + 1, names[language])}
                  number={index + 1}
                  answer={answer}
                  onChange={(next) => set(language, replaced(variants, index, next))}
                  {...(variants.length > 1
                    ? { onRemove: () => set(language, without(variants, index)) }
                    : {})}
                />
              ))}
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconPlus size={16} />}
                onClick={() => set(language, [...variants, { text: "" }])}
              >
                {words.addAnswer}
              </Button>
            </div>
          );
        })}
      </div>
    </Section>
  );
}
