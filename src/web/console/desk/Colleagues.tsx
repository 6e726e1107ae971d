// SPDX-License-Identifier: Apache-2.0
// Who else is here and takes visitors.
import { IconCircleCheckFilled, IconCircleDashed } from "@tabler/icons-react";
import { text } from "../text";
import { useDesk } from "./store";
import styles from "./VisitorPanel.module.css";

const words = text.desk;

export function Colleagues() {
  const staff = useDesk((state) => state.staff);
  const me = useDesk((state) => state.me?.id);
  const others = staff.filter((colleague) => colleague.id !== me);
  if (others.length === 0) return null;
  return (
    <section>
      <h3>{words.staffTitle}</h3>
      <ul className={styles.colleagues}>
        {others.map((colleague) => (
          <li key={colleague.id}>
            {colleague.available ? (
              <IconCircleCheckFilled size={16} color="#2c9a63" aria-hidden />
            ) : (
              <IconCircleDashed size={16} className="quiet" aria-hidden />
            )}
            <span>{colleague.name}</span>
            <span>{colleague.available ? words.staffAvailable : words.staffAway}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
