// SPDX-License-Identifier: Apache-2.0
// One message: the visitor's on the left, the clinic's (bot, staff, note) on the right.
import { IconLock, IconRobot } from "@tabler/icons-react";
import type { ConsoleMessage } from "../../shared/wire";
import { clock } from "../parts/time";
import { When } from "../parts/When";
import { text } from "../text";
import styles from "./Conversation.module.css";
import { MessageCard } from "./MessageCard";
import { MessageSources } from "./MessageSources";
import { WhyDisclosure } from "./WhyDisclosure";

const words = text.desk;

export function MessageRow(props: { message: ConsoleMessage; first: boolean; seen: boolean }) {
  const { message, first, seen } = props;
  if (message.from === "system" && !message.card) {
    return (
      <p className={styles.system}>
        {message.text} <When at={message.at} shown={clock} />
      </p>
    );
  }
  const side = message.from === "visitor" ? "visitor" : "clinic";
  return (
    <article className={styles.message} data-side={side} data-first={first || undefined}>
      {first && <Speaker message={message} />}
      <div className={styles.bubble} data-from={message.note ? "note" : message.from}>
        {message.note && (
          <span className={styles.noteHead}>
            <IconLock size={13} aria-hidden />
            {words.note} · {words.noteHint}
          </span>
        )}
        {message.text}
      </div>
      {message.card && <MessageCard card={message.card} />}
      {message.card?.kind !== "proposal" && message.choices && message.choices.length > 0 && (
        <ul className={styles.extras} aria-label={words.quickReplies}>
          {message.choices.map((choice) => (
            <li key={choice.id} className={styles.choice}>
              {choice.label}
            </li>
          ))}
        </ul>
      )}
      <MessageSources message={message} />
      {message.help && <div className={styles.below2}>{`${words.helpLine}: ${message.help}`}</div>}
      {message.why && message.from === "bot" && <WhyDisclosure why={message.why} />}
      {seen && <div className={styles.below2}>{words.seen}</div>}
    </article>
  );
}

function Speaker({ message }: { message: ConsoleMessage }) {
  const name = message.staff?.name ?? message.name ?? words.speakers[message.from];
  return (
    <div className={styles.speaker}>
      {message.from === "bot" && <IconRobot size={14} aria-hidden />}
      <b>{name}</b>
      <When at={message.at} shown={clock} />
    </div>
  );
}
