// SPDX-License-Identifier: Apache-2.0
// A day and a time on the clinic's clock.
import { DateTimePicker } from "@mantine/dates";
import { wallNow } from "../parts/time";
import { locale, text } from "../text";

const words = text.requests;

/** `value` is wall time in the clinic ("2026-03-10 09:30:00"), or null. */
export function PickTime(props: {
  label: string;
  value: string | null;
  error: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <DateTimePicker
      label={props.label}
      placeholder={words.timePlaceholder}
      value={props.value}
      error={props.error}
      onChange={props.onChange}
      minDate={wallNow().slice(0, 10)}
      valueFormat="ddd, MMM D, YYYY, h:mm A"
      locale={locale.slice(0, 2)}
      firstDayOfWeek={0}
      clearable
      clearButtonProps={{ "aria-label": words.picker.clear }}
      weekendDays={[]}
      ariaLabels={{
        previousMonth: words.picker.previousMonth,
        nextMonth: words.picker.nextMonth,
        previousYear: words.picker.previousYear,
        nextYear: words.picker.nextYear,
      }}
      popoverProps={{ attributes: { dropdown: { "aria-label": props.label } } }}
      submitButtonProps={{ "aria-label": words.picker.done }}
      timePickerProps={{
        format: "12h",
        withDropdown: true,
        minutesStep: 15,
        hoursInputLabel: words.picker.hours,
        minutesInputLabel: words.picker.minutes,
        amPmInputLabel: words.picker.amPm,
        popoverProps: { withinPortal: false },
      }}
      style={{ flex: 1 }}
    />
  );
}
