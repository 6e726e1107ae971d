// SPDX-License-Identifier: Apache-2.0
import type { AppointmentCard as Card } from "../../shared/wire";
import { desk } from "../desk";
import { DayAndTime } from "./DayAndTime";
import { Icon } from "./Icon";

/** A confirmed time. */
export function AppointmentCard({ card }: { card: Card }) {
  const { words, clinic } = desk();
  return (
    <section class="card" aria-label={words.appointmentTitle}>
      <h3>
        <Icon name="check" />
        {words.appointmentTitle}
      </h3>
      <p class="when">
        <DayAndTime at={card.at} />
      </p>
      <p class="soft">{clinic}</p>
    </section>
  );
}
