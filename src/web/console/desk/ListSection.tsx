// SPDX-License-Identifier: Apache-2.0
// One section of the list. Only "waiting" shows itself when empty: that nobody waits is news.
import type { Summary } from "../../shared/wire";
import { text } from "../text";
import styles from "./ConversationList.module.css";
import { ConversationRow } from "./ConversationRow";
import type { SectionKey } from "./sections";

const words = text.desk;

export function ListSection(props: {
  name: SectionKey;
  items: Summary[];
  chosen: string | null;
  now: number;
}) {
  const { name, items } = props;
  if (items.length === 0 && name !== "waiting") return null;
  const heading = `section-${name}`;
  const loud = items.length > 0 ? name : undefined;
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 id={heading} className={styles.sectionHead} data-kind={loud}>
        {words.sections[name]}
        {items.length > 0 && <span className={styles.sectionCount}>{items.length}</span>}
      </h3>
      {items.length === 0 ? (
        <p className={styles.noRows}>{words.emptyWaiting}</p>
      ) : (
        <ul className={styles.rows}>
          {items.map((summary) => (
            <li key={summary.id}>
              <ConversationRow
                summary={summary}
                kind={name}
                chosen={summary.id === props.chosen}
                now={props.now}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
