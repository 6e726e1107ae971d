// SPDX-License-Identifier: Apache-2.0
// Dates and times as a visitor in the United States reads them, in the clinic's zone: what the desk
// says and what a card proposes is in it too. All take the moment as an argument.
import type { Lang } from "../shared/wire";

const locale = (lang: Lang) => (lang === "es" ? "es-US" : "en-US");
let zone: string | undefined;

/** Until the clinic's zone is known, and where the browser does not know it, the browser's is used. */
export function setClinicZone(timeZone: string | undefined) {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    zone = timeZone;
  } catch {
    zone = undefined;
  }
}

function format(lang: string, at: string | Date, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  return new Intl.DateTimeFormat(lang, { timeZone: zone, ...options }).format(date);
}

const time: Intl.DateTimeFormatOptions = { hour: "numeric", minute: "2-digit" };
const date: Intl.DateTimeFormatOptions = { weekday: "long", month: "long", day: "numeric" };

export const clock = (lang: Lang, at: string) => format(locale(lang), at, time);

/** "9:00 AM EDT" */
export const hour = (lang: Lang, at: string) =>
  format(locale(lang), at, { ...time, timeZoneName: "short" });

/** "Monday, March 9 at 9:00 AM EDT": what a short time stands for. */
export const inFull = (lang: Lang, at: string) =>
  format(locale(lang), at, { ...date, ...time, timeZoneName: "short" });

/** "today at 9:00 AM EST", or the day: the zone is said, since the visitor may be elsewhere. */
export function opening(lang: Lang, at: string, now: Date): string {
  const es = lang === "es";
  if (daysAgo(at, now) === 0) return (es ? "hoy a las " : "today at ") + hour(lang, at);
  return (es ? "el " : "") + inFull(lang, at);
}

/** "23 Nov 2026", from a plain date, which has no zone. */
export function day(lang: Lang, plain: string): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    format(locale(lang), `${plain}T12:00:00Z`, { ...options, timeZone: "UTC" });
  const [d, m, y] = [part({ day: "numeric" }), part({ month: "short" }), part({ year: "numeric" })];
  return d && `${d} ${m} ${y}`;
}

/** How many calendar days ago; 0 is today. */
export function daysAgo(at: string, now: Date): number {
  // The Swedish way to write a date is ISO's.
  const midnight = (d: string | Date) => Date.parse(format("sv", d, {}));
  return Math.round((midnight(now) - midnight(at)) / (24 * 3600 * 1000));
}

export const longDay = (lang: Lang, at: string) => format(locale(lang), at, date);
