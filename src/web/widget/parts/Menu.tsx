// SPDX-License-Identifier: Apache-2.0
import { desk } from "../desk";

/** What is seldom needed: the notice, ending, erasing. */
export function Menu() {
  const { chat, words, end, show } = desk();
  const begun = chat.messages.length > 0;
  const item = (label: string, can: boolean, action: () => void) => (
    <li>
      <button
        type="button"
        disabled={!can}
        onClick={() => {
          show({ menu: false });
          action();
        }}
      >
        {label}
      </button>
    </li>
  );
  return (
    <ul class="menu">
      {item(words.noticeShow, chat.settings !== null, () => show({ reading: true }))}
      {item(words.end, begun && chat.status !== "closed" && chat.link === "online", end)}
      {item(words.forget, begun, () => show({ forgetting: true }))}
    </ul>
  );
}
