// SPDX-License-Identifier: Apache-2.0
// Dates and times as a visitor in the United States reads them. All take the moment as an argument.
import type { Lang } from "../shared/wire";

const locale = (lang: Lang) => (lang === "es" ? "es-US" : "en-US");

function format(lang: Lang, at: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat(locale(lang), options).format(date);
}

export const clock = (lang: Lang, at: string) =>
  format(lang, at, { hour: "numeric", minute: "2-digit" });

/** "Monday 9:00 AM EST": the zone is said, since the visitor may be elsewhere. */
export function opening(lang: Lang, at: string, now: Date): string {
  const near = Date.parse(at) - now.getTime() < 6 * 24 * 3600 * 1000;
  const day = format(
    lang,
    at,
    near ? { weekday: "long" } : { weekday: "long", month: "long", day: "numeric" },
  );
  const time = format(lang, at, { hour: "numeric", minute: "2-digit", timeZoneName: "short" });
  if (new Date(at).toDateString() === now.toDateString())
    return lang === "es" ? `hoy a las ${time}` : `today at ${time}`;
  return lang === "es" ? `el ${day} a las ${time}` : `${day} at ${time}`;
}

/** "23 Nov 2026", from a plain date, which has no zone. */
export function day(lang: Lang, date: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    format(lang, `${date}T12:00:00Z`, { ...options, timeZone: "UTC" });
  const [d, m, y] = [part({ day: "numeric" }), part({ month: "short" }), part({ year: "numeric" })];
  return d && `${d} ${m} ${y}`;
}

/** How many calendar days ago, in the zone of the reader; 0 is today. */
export function daysAgo(at: string, now: Date): number {
  const midnight = (d: Date) => new Date(d.getFullYear(), d.getMonth(), d.getDate()).getTime();
  return Math.round((midnight(now) - midnight(new Date(at))) / (24 * 3600 * 1000));
}

export const longDay = (lang: Lang, at: string) =>
  format(lang, at, { weekday: "long", month: "long", day: "numeric" });
