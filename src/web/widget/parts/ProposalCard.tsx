// SPDX-License-Identifier: Apache-2.0
import type { ProposalCard as Card } from "../../shared/wire";
import { desk } from "../desk";
import { proposalOpen } from "../grouping";
import { DayAndTime } from "./DayAndTime";
import { Icon } from "./Icon";

/** Times that the clinic offers, to be answered with one tap. */
export function ProposalCard({ card, seq }: { card: Card; seq: number }) {
  const { chat, words, say } = desk();
  const answering = chat.outbox.some((o) => o.choice?.startsWith("proposal."));
  const answered = chat.messages.some(
    (m) => m.seq > seq && m.from === "visitor" && m.text === words.proposalNone,
  );
  const open = !answering && !answered && proposalOpen(chat.messages, seq);
  return (
    <section class="card" aria-label={words.proposalTitle}>
      <h3>
        <Icon name="calendar" />
        {words.proposalTitle}
      </h3>
      <div class="times">
        {card.times.map((time) => (
          <button
            key={time.id}
            type="button"
            disabled={!open}
            onClick={() => say(time.label, `proposal.${time.id}`)}
          >
            <DayAndTime at={time.at} />
          </button>
        ))}
        <button
          type="button"
          class="plain"
          disabled={!open}
          onClick={() => say(words.proposalNone, "proposal.none")}
        >
          {words.proposalNone}
        </button>
      </div>
    </section>
  );
}
