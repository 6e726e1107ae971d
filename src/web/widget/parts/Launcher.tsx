// SPDX-License-Identifier: Apache-2.0
import { unread } from "../conversation";
import { desk } from "../desk";
import { Icon } from "./Icon";

/** The button in the corner of the clinic's page. */
export function Launcher() {
  const { chat, words, connect, show } = desk();
  const news = unread(chat);
  return (
    <button
      type="button"
      class="launcher"
      aria-label={news ? words.openUnread(news) : words.open}
      aria-haspopup="dialog"
      // Connected by the time the finger is down.
      onPointerEnter={connect}
      onClick={() => show({ open: true })}
    >
      <Icon name="chat" />
      <span class="launcher-text">{words.open}</span>
      {news > 0 && <span class="badge">{news > 9 ? "9+" : news}</span>}
    </button>
  );
}
