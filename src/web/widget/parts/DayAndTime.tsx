// SPDX-License-Identifier: Apache-2.0
import { desk } from "../desk";
import { hour, inFull, longDay } from "../times";

/** A moment to come, day above clock time: on a phone a whole sentence would break anywhere. */
export function DayAndTime({ at }: { at: string }) {
  const { lang } = desk();
  return (
    <time class="moment" dateTime={at} title={inFull(lang, at)}>
      {longDay(lang, at)} <b>{hour(lang, at)}</b>
    </time>
  );
}
