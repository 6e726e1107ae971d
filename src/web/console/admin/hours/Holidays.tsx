// SPDX-License-Identifier: Apache-2.0
// Days on which the clinic is closed all day.
import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { replaced, without } from "../../parts/lists";
import { text } from "../../text";
import { Section } from "../Section";
import type { Holiday } from "./hours";
import styles from "./hours.module.css";

const words = text.admin.hours;
const names = text.admin.languages;
const languages = ["en", "es"] as const;

export function Holidays(props: { holidays: Holiday[]; onChange: (list: Holiday[]) => void }) {
  const { holidays, onChange } = props;
  const set = (index: number, change: Partial<Holiday>) => {
    const holiday = holidays[index];
    if (holiday) onChange(replaced(holidays, index, { ...holiday, ...change }));
  };
  return (
    <Section title={words.holidays} lead={words.holidaysLead}>
      {holidays.length === 0 && <p className="quiet">{words.noHolidays}</p>}
      {holidays.map((holiday, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a holiday is edited in its place
        <div key={index} className={styles.holiday}>
          <TextInput
            type="date"
            aria-label={words.date}
            value={holiday.date}
            onChange={(event) => set(index, { date: event.currentTarget.value })}
          />
          {languages.map((language) => (
            <TextInput
              key={language}
              aria-label={words.name(names[language])}
              placeholder={words.name(names[language])}
              value={holiday[language] ?? ""}
              onChange={(event) => set(index, { [language]: event.currentTarget.value })}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.removeHoliday}
            onClick={() => onChange(without(holidays, index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...holidays, { date: "", en: "", es: "" }])}
      >
        {words.addHoliday}
      </Button>
    </Section>
  );
}
