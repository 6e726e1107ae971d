// SPDX-License-Identifier: Apache-2.0
import { looksLikeCrisis } from "../crisis";
import { crisisHelp, desk } from "../desk";
import { activeChoices, grouped } from "../grouping";
import { CrisisCard } from "./CrisisCard";
import { FirstWords } from "./FirstWords";
import { Icon } from "./Icon";
import { MessageGroup } from "./MessageGroup";
import { QuickReplies } from "./QuickReplies";
import { Typing } from "./Typing";
import { Unsent } from "./Unsent";

/** The conversation. */
export function MessageList() {
  const { chat, view, words } = desk();
  return (
    <div class="list-box">
      {/* Scrolls, so the keyboard must reach it. */}
      <section class="list" aria-label={words.messages}>
        <FirstWords />
        {/* Polite as soon as the past is filled in: settle.ts */}
        <div role="log" aria-label={words.messages} aria-live="off">
          {grouped(chat.messages).map((group) => (
            <MessageGroup key={group.key} group={group} />
          ))}
          {chat.outbox.map((outgoing) => (
            <Unsent key={outgoing.id} outgoing={outgoing} />
          ))}
          {localCrisis() && (
            <div class="local">
              <CrisisCard {...crisisHelp()} />
            </div>
          )}
          {chat.erased && <p class="told">{words.erased}</p>}
        </div>
        <QuickReplies choices={activeChoices(chat.messages, chat.outbox.length > 0)} />
        <Typing />
      </section>
      {view.behind && (
        <button
          type="button"
          class="to-end"
          onClick={(event) => {
            const list = event.currentTarget.previousElementSibling;
            if (list) list.scrollTop = list.scrollHeight;
          }}
        >
          {words.newMessages}
          <Icon name="down" />
        </button>
      )}
    </div>
  );

  /** The server sees a crisis in every message; what it cannot answer now is looked at here. */
  function localCrisis(): boolean {
    const cut = chat.link !== "online";
    return (
      (cut && looksLikeCrisis(view.draft)) ||
      chat.outbox.some((o) => (cut || o.late) && looksLikeCrisis(o.text))
    );
  }
}
