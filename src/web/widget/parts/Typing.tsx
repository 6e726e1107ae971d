// SPDX-License-Identifier: Apache-2.0
import { desk } from "../desk";

/** Three dots while a person at the clinic is writing. */
export function Typing() {
  const { chat, words } = desk();
  const name = chat.staff?.name ?? words.staff;
  return (
    <div class="typing" role="status">
      {chat.staffTyping && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span>{words.typing(name)}</span>
        </>
      )}
    </div>
  );
}
