// SPDX-License-Identifier: Apache-2.0
// The hours of one weekday, in one or more spans.
import { ActionIcon, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { replaced, without } from "../../parts/lists";
import { text } from "../../text";
import { type Span, spanTrouble, type Weekday } from "./hours";
import styles from "./hours.module.css";

const words = text.admin.hours;

export function WeekdayRow(props: {
  day: Weekday;
  spans: Span[];
  onChange: (spans: Span[]) => void;
}) {
  const { spans, onChange } = props;
  const day = words.days[props.day];
  const next = (): Span =>
    spans.length
      ? { from: spans.at(-1)?.to ?? "13:00", to: "18:00" }
      : { from: "09:00", to: "17:00" };
  return (
    <div className={styles.day}>
      <span className={styles.name}>{day}</span>
      <div className={styles.spans}>
        {spans.length === 0 && <span className="quiet">{words.closed}</span>}
        {spans.map((span, index) => {
          const trouble = spanTrouble(spans, index);
          const set = (change: Partial<Span>) =>
            onChange(replaced(spans, index, { ...span, ...change }));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a span is edited in its place
            <div key={index} className={styles.span}>
              <TextInput
                type="time"
                size="xs"
                aria-label={words.from(day)}
                value={span.from}
                onChange={(event) => set({ from: event.currentTarget.value })}
              />
              <span className="quiet">{words.until}</span>
              <TextInput
                type="time"
                size="xs"
                aria-label={words.to(day)}
                error={trouble !== null}
                value={span.to}
                onChange={(event) => set({ to: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.remove(day)}
                onClick={() => onChange(without(spans, index))}
              >
                <IconX size={15} />
              </ActionIcon>
              {trouble && <span className={styles.trouble}>{words[trouble]}</span>}
            </div>
          );
        })}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={words.add(day)}
        title={words.add(day)}
        onClick={() => onChange([...spans, next()])}
      >
        <IconPlus size={16} />
      </ActionIcon>
    </div>
  );
}
