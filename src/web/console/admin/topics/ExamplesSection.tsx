// SPDX-License-Identifier: Apache-2.0
// Examples in all languages side by side, and the patterns for those who know them.
import { Collapse, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useDeferredValue, useMemo, useState } from "react";
import type { Lang } from "../../../shared/wire";
import { text } from "../../text";
import styles from "../admin.module.css";
import { useDraftRules } from "../rulesStore";
import { Section } from "../Section";
import { exampleOwners, languagesOf, plainForm } from "../warnings";
import { LineList } from "./LineList";
import type { SectionProps } from "./TopicPage";

const words = text.admin.topic;
const names = text.admin.languages;

export function ExamplesSection({ topic, onChange }: SectionProps) {
  const rules = useDraftRules();
  const languages = languagesOf(rules);
  // Thousands of examples are compared: after the drawing of what was typed, not before it.
  const settled = useDeferredValue(rules);
  const owners = useMemo(() => exampleOwners(settled), [settled]);
  const [patterns, setPatterns] = useState(false);

  function flag(line: string): string | null {
    const list = owners.get(plainForm(line)) ?? [];
    const other = list.find((id) => id !== topic.id);
    if (other) return words.elsewhere(other);
    return list.length > 1 ? words.twiceHere : null;
  }
  const setPattern = (language: Lang, lines: string[]) =>
    onChange({ patterns: { ...topic.patterns, [language]: lines } });

  return (
    <Section title={words.examples} lead={words.examplesLead}>
      <div className={styles.columns}>
        {languages.map((language) => (
          <div key={language}>
            <h3 className={styles.columnTitle}>
              {names[language]}{" "}
              <span className="quiet">{topic.examples[language]?.length ?? 0}</span>
            </h3>
            <LineList
              lines={topic.examples[language] ?? []}
              name={(n) => words.example(n, names[language])}
              adder={words.addExample(names[language])}
              finder={words.findExample(names[language])}
              flag={flag}
              onChange={(lines) => onChange({ examples: { ...topic.examples, [language]: lines } })}
            />
          </div>
        ))}
      </div>
      <UnstyledButton
        mt="md"
        aria-expanded={patterns}
        onClick={() => setPatterns(!patterns)}
        style={{ display: "inline-flex", alignItems: "center", gap: 4, fontSize: 13 }}
      >
        {patterns ? <IconChevronDown size={16} /> : <IconChevronRight size={16} />}
        {words.patterns}{" "}
        <span className="quiet">
          {languages.map((language) => topic.patterns?.[language]?.length ?? 0).join(" + ")}
        </span>
      </UnstyledButton>
      <Collapse in={patterns}>
        <p className={styles.sectionLead}>{words.patternsLead}</p>
        <div className={styles.columns}>
          {languages.map((language) => (
            <LineList
              key={language}
              mono
              lines={topic.patterns?.[language] ?? []}
              name={(n) => words.pattern(n, names[language])}
              adder={words.addPattern(names[language])}
              finder={words.findPattern(names[language])}
              onChange={(lines) => setPattern(language, lines)}
            />
          ))}
        </div>
      </Collapse>
    </Section>
  );
}
