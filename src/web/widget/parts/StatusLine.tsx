// SPDX-License-Identifier: Apache-2.0
import { desk } from "../desk";
import { opening } from "../times";
import { HelpLinks } from "./HelpLinks";

/** One line under the header when there is something to know: no connection, the queue, the hours. */
export function StatusLine() {
  const { chat, words, lang, connect } = desk();
  if (chat.link === "offline") {
    return (
      <div class="line offline" role="status">
        <p>
          {words.offlineLine} {chat.outbox.length > 0 && words.offlineKept}{" "}
          <button type="button" class="inline" onClick={connect}>
            {words.tryNow}
          </button>
        </p>
        <HelpLinks />
      </div>
    );
  }
  return (
    <p class="line" role="status">
      {line()}
    </p>
  );

  function line(): string {
    const { settings, status, position } = chat;
    if (status === "waiting") return position ? words.queue(position) : words.queueNoPlace;
    if (!settings || status !== "bot" || (settings.open && settings.staff_online)) return "";
    if (settings.open) return words.nobodyFree;
    const { opens_at } = settings;
    return opens_at ? words.closedUntil(opening(lang, opens_at, new Date())) : words.closedNow;
  }
}
