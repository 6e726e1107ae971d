// SPDX-License-Identifier: Apache-2.0
import type { Outgoing } from "../conversation";
import { desk } from "../desk";
import { PlainText } from "./PlainText";

/** A message of the visitor that the clinic does not have yet. */
export function Unsent({ outgoing }: { outgoing: Outgoing }) {
  const { chat, words, retry, discard } = desk();
  const { id, text, stage } = outgoing;
  const refused = stage === "refused";
  const stuck = !refused && chat.link === "offline";
  return (
    <div class="group visitor">
      <div class="bubble">
        <PlainText text={text} />
      </div>
      <p class="time">
        {refused ? words.refused : stuck ? words.notYet : words.sending}
        {refused && (
          <>
            <button type="button" class="inline" onClick={() => retry(id)}>
              {words.again}
            </button>
            <button type="button" class="inline" onClick={() => discard(id)}>
              {words.discard}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
