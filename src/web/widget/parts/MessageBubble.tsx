// SPDX-License-Identifier: Apache-2.0
import type { Message } from "../../shared/wire";
import { AppointmentCard } from "./AppointmentCard";
import { CrisisCard } from "./CrisisCard";
import { PlainText } from "./PlainText";
import { ProposalCard } from "./ProposalCard";
import { RequestCard } from "./RequestCard";
import { Sources } from "./Sources";

/** One message: its text, its sources, its card. */
export function MessageBubble({ message }: { message: Message }) {
  const { seq, from, text, card, help, sources, review } = message;
  return (
    <div class="message" data-seq={seq}>
      {card?.kind === "crisis" && <CrisisCard title={card.title} actions={card.actions} />}
      {from === "system" ? (
        <p class="told">{text}</p>
      ) : (
        text && (
          <div class="bubble">
            <PlainText text={text} />
            {help && <p class="help">{help}</p>}
            {sources && sources.length > 0 && <Sources sources={sources} review={review} />}
          </div>
        )
      )}
      {card?.kind === "request" && <RequestCard card={card} />}
      {card?.kind === "proposal" && <ProposalCard card={card} seq={seq} />}
      {card?.kind === "appointment" && <AppointmentCard card={card} />}
    </div>
  );
}
