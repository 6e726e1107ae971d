// SPDX-License-Identifier: Apache-2.0
// When somebody is there: the zone, the week, the holidays.
import { Alert, Button, Group, Select } from "@mantine/core";
import { text } from "../../text";
import { PageHead } from "../PageHead";
import { edit, useDraftRules } from "../rulesStore";
import { Section } from "../Section";
import { Holidays } from "./Holidays";
import { copyMonday, type HoursSettings, usualWeek, type Week, weekdays } from "./hours";
import { WeekdayRow } from "./WeekdayRow";

const words = text.admin.hours;
const zones = Intl.supportedValuesOf("timeZone");

export function HoursPage() {
  const { time_zone, hours, holidays } = useDraftRules().settings as HoursSettings;
  const setHours = (value: Week | null) => edit({ part: "settings", key: "hours", value });
  return (
    <>
      <PageHead title={text.admin.parts.hours} lead={words.lead} />
      <Section title={words.zone} lead={words.zoneHint}>
        <Select
          maw={360}
          aria-label={words.zone}
          searchable
          allowDeselect={false}
          data={zones}
          limit={80}
          value={time_zone ?? null}
          onChange={(value) => edit({ part: "settings", key: "time_zone", value })}
        />
      </Section>
      <Section title={words.week}>
        {hours ? (
          <>
            {weekdays.map((day) => (
              <WeekdayRow
                key={day}
                day={day}
                spans={hours[day] ?? []}
                onChange={(spans) => setHours({ ...hours, [day]: spans })}
              />
            ))}
            <Group mt="sm">
              <Button variant="default" size="xs" onClick={() => setHours(copyMonday(hours))}>
                {words.copyMonday}
              </Button>
              <Button variant="subtle" color="gray" size="xs" onClick={() => setHours(null)}>
                {words.forget}
              </Button>
            </Group>
          </>
        ) : (
          <Alert color="yellow">
            {words.unknown}
            <Button display="block" mt="sm" size="xs" onClick={() => setHours(usualWeek())}>
              {words.setHours}
            </Button>
          </Alert>
        )}
      </Section>
      <Holidays
        holidays={holidays ?? []}
        onChange={(value) => edit({ part: "settings", key: "holidays", value })}
      />
    </>
  );
}
