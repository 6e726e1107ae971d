// SPDX-License-Identifier: Apache-2.0
// The list of ready replies above the text field; the field keeps the focus.
import { text } from "../text";
import styles from "./ReplyBox.module.css";
import type { ReadyReply } from "./ready";

const words = text.desk;

export function ReadyReplies(props: {
  id: string;
  replies: ReadyReply[];
  active: number;
  onChoose: (reply: ReadyReply) => void;
}) {
  return (
    <div className={styles.ready}>
      <div className={styles.readyTitle}>{words.readyReplies}</div>
      {props.replies.length === 0 && <p className="quiet">{words.readyNone}</p>}
      <div id={props.id} role="listbox" aria-label={words.readyReplies}>
        {props.replies.map((reply, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keys
          <div
            key={reply.name}
            id={`${props.id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === props.active}
            className={styles.readyReply}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onChoose(reply)}
          >
            <b>/{reply.name}</b>
            <span>{reply.text}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
