// SPDX-License-Identifier: Apache-2.0
// Opening hours as settings.json has them. Pure.
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof weekdays)[number];
export interface Span {
  from: string;
  to: string;
}
export type Week = Partial<Record<Weekday, Span[]>>;
export interface Holiday {
  date: string;
  en?: string;
  es?: string;
}
export interface HoursSettings {
  time_zone?: string;
  hours?: Week | null;
  holidays?: Holiday[];
}

export type SpanTrouble = "wrongOrder" | "overlap" | null;

/** Times of day are "HH:MM", so that their order is the order of the strings. */
export function spanTrouble(spans: Span[], index: number): SpanTrouble {
  const span = spans[index];
  const before = spans[index - 1];
  if (!span) return null;
  if (span.to <= span.from) return "wrongOrder";
  return before && span.from < before.to ? "overlap" : null;
}

const usual: Span[] = [{ from: "09:00", to: "17:00" }];

/** What a clinic most likely means when it begins to enter hours. */
export const usualWeek = (): Week => ({
  monday: usual,
  tuesday: usual,
  wednesday: usual,
  thursday: usual,
  friday: usual,
  saturday: [],
  sunday: [],
});

export function copyMonday(week: Week): Week {
  const spans = week.monday ?? [];
  return { ...week, tuesday: spans, wednesday: spans, thursday: spans, friday: spans };
}
