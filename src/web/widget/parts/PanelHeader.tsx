// SPDX-License-Identifier: Apache-2.0
import { desk } from "../desk";
import { Icon } from "./Icon";
import { Menu } from "./Menu";

/** Who the visitor is talking with, and the way out. */
export function PanelHeader() {
  const { chat, view, clinic, words, lang, speak, show } = desk();
  const other = lang === "en" ? "es" : "en";
  return (
    <div class="head">
      <div class="who">
        <h2>{clinic}</h2>
        <p role="status">
          <Icon name={chat.status === "staff" ? "person" : "assistant"} />
          {state()}
        </p>
      </div>
      {chat.settings?.languages.length !== 1 && (
        <button type="button" class="bare lang" lang={other} onClick={() => speak(other)}>
          {words.language}
        </button>
      )}
      <button
        type="button"
        class="bare"
        aria-label={words.menu}
        aria-expanded={view.menu}
        onClick={() => show({ menu: !view.menu })}
      >
        <Icon name="more" />
      </button>
      {view.menu && <Menu />}
      <button
        type="button"
        class="bare"
        aria-label={words.close}
        onClick={() => show({ open: false })}
      >
        <Icon name="close" />
      </button>
    </div>
  );

  function state(): string {
    if (chat.status === "staff") return words.withStaff(chat.staff?.name ?? words.staff);
    if (chat.status === "waiting") return words.waiting;
    if (chat.status === "closed" && chat.messages.length > 0) return words.ended;
    return words.assistant;
  }
}
