// SPDX-License-Identifier: Apache-2.0
// One variant of an answer: its text, when it is said, the quick replies below it.
import { ActionIcon, MultiSelect, Select, Textarea } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { Answer } from "../../../shared/wire";
import { text } from "../../text";
import { useDraftRules } from "../rulesStore";
import { conditionOf, type WhenChoice, whenOf } from "./condition";
import { topicOptions } from "./topicOptions";
import styles from "./topics.module.css";

const words = text.admin.topic;
const choices = Object.keys(words.whenChoices) as WhenChoice[];
/** Filled in by the desk itself when it speaks; not facts. */
const computed = ["opens_at", "position", "staff"];

export function AnswerVariant(props: {
  name: string;
  number: number;
  answer: Answer;
  onChange: (answer: Answer) => void;
  onRemove?: () => void;
}) {
  const { answer, onChange } = props;
  const rules = useDraftRules();
  const topics = topicOptions(rules);
  const used = [...answer.text.matchAll(/\{(\w+)\}/g)].map((hit) => hit[1] ?? "");
  const unknown = used.filter((name) => name in rules.facts && rules.facts[name] === null);
  const missing = used.filter((name) => !(name in rules.facts) && !computed.includes(name));
  const when = conditionOf(answer.when);
  function setWhen(choice: WhenChoice, after = "") {
    const { when: _old, ...rest } = answer;
    const next = whenOf(choice, after);
    onChange(next ? { ...rest, when: next } : rest);
  }
  return (
    <div className={styles.variant}>
      <div className={styles.variantHead}>
        {props.name}
        {props.onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.removeAnswer(props.number)}
            onClick={props.onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </div>
      <Textarea
        aria-label={props.name}
        autosize
        minRows={3}
        maxRows={16}
        value={answer.text}
        onChange={(event) => onChange({ ...answer, text: event.currentTarget.value })}
      />
      <div className={styles.under}>
        <b>
          {unknown.length > 0 && words.unknownFact(unknown.join(", "))}{" "}
          {missing.length > 0 && words.noSuchFact(missing.join(", "))}
        </b>
        <span>{words.words(answer.text.split(/\s+/).filter(Boolean).length)}</span>
      </div>
      <Select
        label={words.when}
        size="xs"
        mb={8}
        data={choices.map((value) => ({ value, label: words.whenChoices[value] }))}
        allowDeselect={false}
        value={when.choice}
        onChange={(value) => setWhen(value as WhenChoice, topics[0]?.value)}
      />
      {when.choice === "after" && (
        <Select
          label={words.after}
          size="xs"
          mb={8}
          searchable
          allowDeselect={false}
          data={topics}
          value={when.after}
          onChange={(value) => setWhen("after", value ?? "")}
        />
      )}
      <MultiSelect
        label={words.choices}
        size="xs"
        searchable
        hidePickedOptions
        placeholder={answer.choices?.length ? undefined : words.choicesHint}
        data={topics}
        value={answer.choices ?? []}
        onChange={(value) => onChange({ ...answer, choices: value })}
      />
    </div>
  );
}
