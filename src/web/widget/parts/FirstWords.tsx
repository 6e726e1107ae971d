// SPDX-License-Identifier: Apache-2.0
import { needsNotice } from "../conversation";
import { desk } from "../desk";
import { PlainText } from "./PlainText";
import { QuickReplies } from "./QuickReplies";

/** What stands at the beginning of every conversation: where help is, and who answers. */
export function FirstWords() {
  const { chat, words, lang } = desk();
  const welcome = chat.settings?.welcome[lang] ?? chat.settings?.welcome.en;
  const fresh = chat.messages.length === 0 && chat.outbox.length === 0;
  return (
    <div class="first">
      <div class="safety">
        <PlainText text={words.emergency} />
      </div>
      {welcome && (
        <div class="group bot">
          <p class="speaker">{words.assistant}</p>
          <div class="bubble">
            <PlainText text={welcome.text} />
          </div>
        </div>
      )}
      {welcome && fresh && !needsNotice(chat) && <QuickReplies choices={welcome.choices} />}
    </div>
  );
}
