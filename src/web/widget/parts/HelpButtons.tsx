// SPDX-License-Identifier: Apache-2.0
import { desk } from "../desk";
import { Icon } from "./Icon";

/** The two ways on that are always in reach. */
export function HelpButtons() {
  const { chat, words, say } = desk();
  // A button that was just tapped must not be tapped a second time by a shaking hand.
  const asked = (choice: string) => chat.outbox.some((o) => o.choice === choice);
  const withPerson = chat.status === "staff" || chat.status === "waiting";
  return (
    <div class="help-buttons">
      {!withPerson && (
        <button
          type="button"
          disabled={asked("chat.human")}
          onClick={() => say(words.person, "chat.human")}
        >
          <Icon name="person" />
          {words.person}
        </button>
      )}
      <button
        type="button"
        disabled={asked("visit.book")}
        onClick={() => say(words.book, "visit.book")}
      >
        <Icon name="calendar" />
        {words.book}
      </button>
    </div>
  );
}
