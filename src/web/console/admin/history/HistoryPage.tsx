// SPDX-License-Identifier: Apache-2.0
// Who changed what, when and why; each revision can be read and rolled back to.
import { Badge } from "@mantine/core";
import { useCallback } from "react";
import type { RevisionPage } from "../../../shared/wire";
import { Go } from "../../app/Go";
import { get } from "../../app/rest";
import { addresses } from "../../app/route";
import { useLoad } from "../../app/useLoad";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { Loading } from "../../parts/Loading";
import { When } from "../../parts/When";
import { text } from "../../text";
import { PageHead } from "../PageHead";
import { usePublished } from "../rulesStore";
import styles from "./history.module.css";
import { RevisionView } from "./RevisionView";

const words = text.admin.history;
const pageSize = 100;

export function HistoryPage({ revision }: { revision: number | null }) {
  const { revision: current } = usePublished();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision in force asks anew
  const load = useCallback(() => get<RevisionPage>(`revisions?limit=${pageSize}`), [current]);
  const asked = useLoad(load);
  return (
    <div>
      <PageHead title={text.admin.parts.history} lead={words.lead} />
      {asked.phase === "loading" && <Loading lines={6} />}
      {asked.phase === "failed" && <Failed detail={asked.detail} again={asked.again} />}
      {asked.phase === "loaded" && asked.value.items.length === 0 && <Empty title={words.empty} />}
      {asked.phase === "loaded" && asked.value.items.length > 0 && (
        <div className={styles.history}>
          <ol className={styles.list}>
            {asked.value.items.map((item) => (
              <li key={item.revision}>
                <Go
                  to={addresses.admin("history", String(item.revision))}
                  className={styles.item}
                  aria-current={item.revision === revision ? "true" : undefined}
                >
                  <span className={styles.itemHead}>
                    <b>{words.revision(item.revision)}</b>
                    {item.revision === current && (
                      <Badge size="sm" variant="light" tt="none">
                        {words.current}
                      </Badge>
                    )}
                    <When at={item.at} className="quiet" />
                  </span>
                  <span>{item.note || words.noNote}</span>
                  <span className={`quiet ${styles.summary}`}>
                    {item.by?.name ?? words.disk} · {item.summary}
                  </span>
                </Go>
              </li>
            ))}
          </ol>
          {revision === null ? (
            <Empty title={words.choose} />
          ) : (
            <RevisionView revision={revision} isCurrent={revision === current} key={revision} />
          )}
        </div>
      )}
    </div>
  );
}
