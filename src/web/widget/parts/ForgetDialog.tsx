// SPDX-License-Identifier: Apache-2.0
import { desk } from "../desk";

/** Says what erasing means before it is done. */
export function ForgetDialog() {
  const { chat, words, forget, show } = desk();
  const online = chat.link === "online";
  const close = () => show({ forgetting: false });
  return (
    <div class="veil">
      <div
        class="dialog"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="forget"
        aria-describedby="forget-text"
      >
        <h3 id="forget">{words.forgetTitle}</h3>
        <p id="forget-text">{words.forgetText}</p>
        {!online && <p role="status">{words.forgetOffline}</p>}
        <div class="dialog-buttons">
          <button type="button" class="plain" onClick={close}>
            {words.forgetNo}
          </button>
          <button
            type="button"
            class="danger"
            disabled={!online}
            onClick={() => {
              close();
              forget();
            }}
          >
            {words.forgetYes}
          </button>
        </div>
      </div>
    </div>
  );
}
