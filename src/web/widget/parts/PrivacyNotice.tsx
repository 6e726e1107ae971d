// SPDX-License-Identifier: Apache-2.0
import { needsNotice } from "../conversation";
import { desk } from "../desk";
import { PlainText } from "./PlainText";

/** What happens with what the visitor writes; accepted before the first message. */
export function PrivacyNotice() {
  const { chat, words, lang, accept, show } = desk();
  const notice = chat.settings?.notice;
  if (!notice) return null;
  const asked = needsNotice(chat);
  return (
    <section class="notice" aria-labelledby="notice">
      <h3 id="notice">{asked ? words.noticeTitle : words.noticeShow}</h3>
      {/* Long notices scroll, and what scrolls must be reachable by keyboard. */}
      <section class="notice-text" aria-labelledby="notice">
        <PlainText text={notice.text[lang] || notice.text.en} />
      </section>
      <button
        type="button"
        class="accept"
        onClick={() => (asked ? accept(notice.version) : show({ reading: false }))}
      >
        {asked ? words.noticeAccept : words.noticeClose}
      </button>
    </section>
  );
}
