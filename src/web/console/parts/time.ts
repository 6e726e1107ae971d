// SPDX-License-Identifier: Apache-2.0
// Times as a person says them, in the clinic's zone, always able to name the zone.
import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";
import type { Lang } from "../../shared/wire";
import { locale, text } from "../text";

dayjs.extend(utc);
dayjs.extend(timezone);

const words = text.common;
const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
let clinicZone: string | null = null;

/** Told with the first list, or by the rules; until then the browser's zone is used, and named. */
export function setClinicZone(zone: string | null) {
  clinicZone = zone;
}
export const zone = () => clinicZone ?? browserZone;
export const zoneIsClinics = () => clinicZone !== null;

const format = (at: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { timeZone: zone(), ...options }).format(new Date(at));

/** "9:30 AM" */
export const clock = (at: string) => format(at, { hour: "numeric", minute: "2-digit" });

/** "Tuesday, March 10, 2026 at 9:30 AM EDT (America/New_York)" */
export const inFull = (at: string) =>
  `${format(at, { dateStyle: "full" })}, ${format(at, { hour: "numeric", minute: "2-digit", timeZoneName: "short" })} (${zone()})`;

/** "Tue, Mar 10, 9:30 AM EDT": what the visitor of a proposal reads. */
export const appointment = (at: string, language: Lang = "en") =>
  new Intl.DateTimeFormat(language === "es" ? "es-US" : locale, {
    timeZone: zone(),
    weekday: "short",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(new Date(at));

const dayKey = (at: string | number) => dayjs(at).tz(zone()).format("YYYY-MM-DD");

/** "Today", "Yesterday", "Tue, Mar 10" */
export function day(at: string, now = Date.now()): string {
  if (dayKey(at) === dayKey(now)) return words.today;
  if (dayKey(at) === dayKey(now - 86_400_000)) return words.yesterday;
  return format(at, { weekday: "short", month: "short", day: "numeric" });
}

/** "9:30 AM" today, "Mar 10" before, "Mar 10, 2025" in another year. */
export function short(at: string, now = Date.now()): string {
  if (dayKey(at) === dayKey(now)) return clock(at);
  const thisYear = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4);
  const year: Intl.DateTimeFormatOptions = thisYear ? {} : { year: "numeric" };
  return format(at, { month: "short", day: "numeric", ...year });
}

/** How long since `at`: "just now", "4 min", "2 h 10 min", "3 days". */
export function since(at: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000);
  if (minutes < 1) return words.justNow;
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 24 * 60) return words.hours(Math.floor(minutes / 60), minutes % 60);
  return words.days(Math.floor(minutes / (24 * 60)));
}

/** Wall time in the clinic ("2026-03-10 09:30:00") to the wire's UTC. */
export const wallToUtc = (wall: string) => dayjs.tz(wall, zone()).toISOString();
export const utcToWall = (at: string) => dayjs(at).tz(zone()).format("YYYY-MM-DD HH:mm:ss");
export const wallNow = () => dayjs().tz(zone()).format("YYYY-MM-DD HH:mm:ss");

/** "America/New_York (EDT)" */
export const zoneName = () => {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone(), timeZoneName: "short" });
  const short = parts.formatToParts(new Date()).find((part) => part.type === "timeZoneName");
  return `${zone()} (${short?.value ?? ""})`;
};
