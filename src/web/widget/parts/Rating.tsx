// SPDX-License-Identifier: Apache-2.0
import { desk } from "../desk";

const values = [1, 2, 3, 4, 5] as const;

/** Asked once, after the end. */
export function Rating() {
  const { chat, words, rate } = desk();
  if (chat.rating !== null) {
    return (
      <p class="rating" role="status">
        {words.rated}
      </p>
    );
  }
  return (
    <fieldset class="rating" disabled={chat.link !== "online"}>
      <legend>{words.rateTitle}</legend>
      <div class="scale">
        {values.map((value) => (
          <button
            key={value}
            type="button"
            aria-label={words.rateOf(value)}
            onClick={() => rate(value)}
          >
            {value}
          </button>
        ))}
      </div>
      <p class="ends" aria-hidden="true">
        <span>{words.rateLow}</span>
        <span>{words.rateHigh}</span>
      </p>
    </fieldset>
  );
}
