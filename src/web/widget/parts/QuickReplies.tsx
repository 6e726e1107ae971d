// SPDX-License-Identifier: Apache-2.0
import type { Choice } from "../../shared/wire";
import { desk } from "../desk";

/** Answers that can be given with one tap. */
export function QuickReplies({ choices }: { choices: readonly Choice[] }) {
  const { words, say } = desk();
  if (choices.length === 0) return null;
  return (
    <ul class="replies" aria-label={words.quickReplies}>
      {choices.map((choice) => (
        <li key={choice.id}>
          <button type="button" onClick={() => say(choice.label, choice.id)}>
            {choice.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
