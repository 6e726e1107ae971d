// SPDX-License-Identifier: Apache-2.0
// A day and a time on the clinic's clock. Two fields of the browser's own: phones and screen readers
// know them, and unlike one picker for both they cannot offer midnight to a visitor by default.
import { Group, Input, TextInput } from "@mantine/core";
import { useState } from "react";
import { wallNow } from "../parts/time";
import { text } from "../text";

const words = text.requests;
const quarterHour = 15 * 60;

/** `onChange` hears wall time in the clinic ("2026-03-10 09:30:00"), or null while one is missing. */
export function PickTime(props: {
  label: string;
  error: string | null;
  onChange: (wall: string | null) => void;
}) {
  const [day, setDay] = useState("");
  const [time, setTime] = useState("");
  function change(nextDay: string, nextTime: string) {
    setDay(nextDay);
    setTime(nextTime);
    props.onChange(nextDay && nextTime ? `${nextDay} ${nextTime}:00` : null);
  }
  return (
    <Input.Wrapper label={props.label} error={props.error} labelElement="div" flex={1}>
      <Group gap={8} wrap="nowrap" mt={2}>
        <TextInput
          flex={1}
          type="date"
          aria-label={words.dayOf(props.label)}
          min={wallNow().slice(0, 10)}
          value={day}
          onChange={(event) => change(event.currentTarget.value, time)}
        />
        <TextInput
          w={140}
          type="time"
          step={quarterHour}
          aria-label={words.clockOf(props.label)}
          value={time}
          onChange={(event) => change(day, event.currentTarget.value)}
        />
      </Group>
    </Input.Wrapper>
  );
}
