// SPDX-License-Identifier: Apache-2.0
// A reply on its way: being sent, kept for later, or refused with "try again".
import { Button } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { text } from "../text";
import styles from "./Conversation.module.css";
import { retry } from "./link";
import type { Outgoing } from "./state";
import { dispatch, useDesk } from "./store";

const words = text.desk;

export function OutgoingRow({ out }: { out: Outgoing }) {
  const live = useDesk((state) => state.link === "live");
  const { command } = out;
  if (command.type !== "say" && command.type !== "note") return null;
  const note = command.type === "note";
  return (
    <article className={styles.message} data-side="clinic" data-first>
      <div
        className={styles.bubble}
        data-from={note ? "note" : "staff"}
        data-pending={out.state !== "failed" || undefined}
      >
        {note && (
          <span className={styles.noteHead}>
            <IconLock size={13} aria-hidden />
            {words.note}
          </span>
        )}
        {command.text}
      </div>
      {out.state === "failed" ? (
        <div className={styles.below2} role="alert">
          <span className={styles.failed}>
            {words.notSent} {out.detail}
          </span>
          <Button size="compact-xs" variant="default" onClick={() => retry(command.id)}>
            {text.common.tryAgain}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => dispatch({ kind: "discard", id: command.id })}
          >
            {words.discard}
          </Button>
        </div>
      ) : (
        <div className={styles.below2}>
          {out.state === "sent" ? words.stored : live ? words.sending : words.sendingLater}
        </div>
      )}
    </article>
  );
}
