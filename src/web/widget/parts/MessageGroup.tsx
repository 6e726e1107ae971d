// SPDX-License-Identifier: Apache-2.0
import { lastOwn } from "../conversation";
import { desk } from "../desk";
import type { Group } from "../grouping";
import { clock, daysAgo, inFull, longDay } from "../times";
import { Icon } from "./Icon";
import { MessageBubble } from "./MessageBubble";

/** What one speaker said in a row, with the name above and the time below. */
export function MessageGroup({ group }: { group: Group }) {
  const { chat, words, lang } = desk();
  const { from, name, messages, day } = group;
  const last = messages.at(-1);
  if (!last) return null;
  const mine = from === "visitor";
  const system = from === "system";
  const speaker = mine ? words.you : from === "bot" ? words.assistant : (name ?? words.staff);
  const read = chat.status === "staff" || chat.readByClinic > 0;
  return (
    <>
      {day && <p class="day">{dayName(day)}</p>}
      <div class={`group ${from}`}>
        {!system && (
          <p class={mine ? "speaker hidden" : "speaker"}>
            {from === "staff" && <Icon name="person" />}
            {speaker}
          </p>
        )}
        {messages.map((m) => (
          <MessageBubble key={m.seq} message={m} />
        ))}
        {!system && (
          <p class="time">
            <time dateTime={last.at} title={inFull(lang, last.at)}>
              {clock(lang, last.at)}
            </time>
            {mine && last.seq === lastOwn(chat) && (
              <>
                {" · "}
                {read && chat.readByClinic >= last.seq ? words.read : words.sent}
              </>
            )}
          </p>
        )}
      </div>
    </>
  );

  function dayName(at: string): string {
    const ago = daysAgo(at, new Date());
    return ago === 0 ? words.today : ago === 1 ? words.yesterday : longDay(lang, at);
  }
}
