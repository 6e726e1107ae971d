// SPDX-License-Identifier: Apache-2.0
// What a message showed beside its text: help lines, a request, proposed times, an appointment.
import type { Card } from "../../shared/wire";
import { appointment, inFull } from "../parts/time";
import { text } from "../text";
import styles from "./Conversation.module.css";

const words = text.desk;

export function MessageCard({ card }: { card: Card }) {
  return (
    <div className={styles.card} data-kind={card.kind}>
      <strong>{titleOf(card)}</strong>
      {card.kind === "crisis" && (
        <ul>
          {card.actions.map((action) => (
            <li key={action.href}>{action.label}</li>
          ))}
        </ul>
      )}
      {card.kind === "request" && (
        <dl>
          {card.fields.map((field) => (
            <div key={field.label} style={{ display: "contents" }}>
              <dt>{field.label}</dt>
              <dd>{field.value}</dd>
            </div>
          ))}
        </dl>
      )}
      {card.kind === "proposal" && (
        <ul>
          {card.times.map((time) => (
            <li key={time.id} title={inFull(time.at)}>
              {time.label}
            </li>
          ))}
        </ul>
      )}
      {card.kind === "appointment" && (
        <span title={inFull(card.at)}>{card.label || appointment(card.at)}</span>
      )}
    </div>
  );
}

function titleOf(card: Card): string {
  switch (card.kind) {
    case "crisis":
      return card.title;
    case "request":
      return words.requestSent;
    case "proposal":
      return words.proposalSent;
    case "appointment":
      return words.appointmentSet;
  }
}
