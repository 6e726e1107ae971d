// SPDX-License-Identifier: Apache-2.0
import { desk } from "../desk";
import { Icon } from "./Icon";

/** The server tells staff "is writing" for a few seconds; renewed at most this often. */
const renew_ms = 3_000;
const idle_ms = 5_000;
/** The counter appears when this few code points are left. */
const near = 200;

let told_ms = 0;
let idle: ReturnType<typeof setTimeout>;

/** Where the visitor writes. */
export function Composer() {
  const { chat, view, words, say, show } = desk();
  const left = (chat.settings?.text_max ?? 2000) - [...view.draft.trim()].length;
  const ready = view.draft.trim() !== "" && left >= 0;

  const send = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    stopped();
    // Emptied first: saying it draws, and nothing may be drawn in both places.
    show({ draft: "" });
    say(view.draft.trim());
  };

  return (
    <form class="composer" onSubmit={send}>
      <textarea
        rows={1}
        value={view.draft}
        placeholder={words.write}
        aria-label={words.write}
        aria-describedby="left"
        aria-invalid={left < 0}
        enterkeyhint="send"
        onInput={(event) => {
          show({ draft: event.currentTarget.value });
          tell(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          // While a word is being composed (accents, other scripts) Enter belongs to the keyboard.
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) send(event);
        }}
      />
      <button type="submit" class="send" aria-label={words.send} disabled={!ready}>
        <Icon name="send" />
      </button>
      <p id="left" class={left < 0 ? "left over" : "left"} role="status">
        {left < 0 ? words.tooLong(-left) : left <= near && words.left(left)}
      </p>
    </form>
  );
}

/** Lets staff see that the visitor is writing, not what. */
function tell(text: string) {
  if (!text.trim()) return stopped();
  if (Date.now() - told_ms > renew_ms) {
    told_ms = Date.now();
    desk().typing(true);
  }
  clearTimeout(idle);
  idle = setTimeout(stopped, idle_ms);
}

function stopped() {
  clearTimeout(idle);
  if (told_ms) desk().typing(false);
  told_ms = 0;
}
