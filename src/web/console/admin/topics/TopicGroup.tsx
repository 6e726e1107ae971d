// SPDX-License-Identifier: Apache-2.0
// The topics of one group.
import { Badge } from "@mantine/core";
import { Go } from "../../app/Go";
import { addresses } from "../../app/route";
import { text } from "../../text";
import type { TopicLine } from "./TopicsPage";
import styles from "./topics.module.css";
import { WarningList } from "./WarningList";

const words = text.admin.topics;

export function TopicGroup({ group, lines }: { group: string; lines: TopicLine[] }) {
  return (
    <section className={styles.group}>
      <h2>{words.groups[group] ?? group}</h2>
      <ul>
        {lines.map(({ topic, warnings, edited }) => (
          <li key={topic.id}>
            <Go to={addresses.admin("topics", topic.id)} className={styles.topic}>
              <span className={styles.name}>
                <b>{topic.title.en}</b>
                <span className="id">{topic.id}</span>
              </span>
              <span className={styles.count}>
                {words.examples(topic.examples.en?.length ?? 0, topic.examples.es?.length ?? 0)}
              </span>
              <span className={styles.state}>
                {edited && (
                  <Badge variant="light" tt="none">
                    {edited === "added" ? words.isNew : words.changed}
                  </Badge>
                )}
                <WarningList warnings={warnings} />
              </span>
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
}
