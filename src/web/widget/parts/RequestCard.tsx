// SPDX-License-Identifier: Apache-2.0
import type { RequestCard as Card } from "../../shared/wire";
import { desk } from "../desk";
import { Icon } from "./Icon";

/** The consultation request as it went to the clinic. */
export function RequestCard({ card }: { card: Card }) {
  const { words } = desk();
  return (
    <section class="card" aria-label={words.requestTitle}>
      <h3>
        <Icon name="calendar" />
        {words.requestTitle}
      </h3>
      <dl>
        {card.fields.map((field) => (
          <div key={field.label}>
            <dt>{field.label}</dt>
            <dd>{field.value}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{words.request[card.status]}</p>
    </section>
  );
}
