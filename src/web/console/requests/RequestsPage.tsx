// SPDX-License-Identifier: Apache-2.0
// All consultation requests, by how far they are.
import { Tabs } from "@mantine/core";
import { IconCalendarEvent } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { RequestPage, RequestStatus } from "../../shared/wire";
import { get } from "../app/rest";
import { useLoad } from "../app/useLoad";
import { dispatch, useDesk } from "../desk/store";
import { Empty } from "../parts/Empty";
import { Failed } from "../parts/Failed";
import { Loading } from "../parts/Loading";
import { text } from "../text";
import { RequestRow } from "./RequestRow";
import styles from "./requests.module.css";

const words = text.requests;
const statuses: RequestStatus[] = ["open", "proposed", "confirmed", "declined", "withdrawn"];
const pageSize = 100;

export function RequestsPage() {
  const [status, setStatus] = useState<RequestStatus>("open");
  const requests = useDesk((state) => state.requests);
  const load = useCallback(async () => {
    const page = await get<RequestPage>(`requests?status=${status}&limit=${pageSize}`);
    dispatch({ kind: "requests", requests: page.items });
  }, [status]);
  const asked = useLoad(load);
  const all = Object.values(requests);
  const items = all
    .filter((request) => request.status === status)
    .sort((a, b) => b.created_at.localeCompare(a.created_at));
  const count = (which: RequestStatus) => all.filter((one) => one.status === which).length;

  return (
    <main className={styles.page}>
      <div className={styles.inner}>
        <h1>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        <Tabs value={status} onChange={(value) => setStatus(value as RequestStatus)}>
          <Tabs.List className={styles.tabs}>
            {statuses.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {words.tabs[one]}
                {(one === "open" || one === "proposed") && count(one) > 0 && ` ${count(one)}`}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={status}>
            {items.length === 0 && asked.phase === "loading" && <Loading lines={4} tall={64} />}
            {asked.phase === "failed" && <Failed detail={asked.detail} again={asked.again} />}
            {items.length === 0 && asked.phase === "loaded" && (
              <Empty icon={<IconCalendarEvent size={34} stroke={1.3} />} {...words.empty[status]} />
            )}
            <ul className={styles.rows}>
              {items.map((request) => (
                <RequestRow key={request.id} request={request} />
              ))}
            </ul>
          </Tabs.Panel>
        </Tabs>
      </div>
    </main>
  );
}
