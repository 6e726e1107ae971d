// SPDX-License-Identifier: Apache-2.0
// Who did what, newest first, by day; older entries are asked for when they are wanted.
import { Button } from "@mantine/core";
import { useCallback, useState } from "react";
import type { AuditEntry, AuditPage as Page } from "../../../shared/wire";
import { get, Refusal } from "../../app/rest";
import { useLoad } from "../../app/useLoad";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { Loading } from "../../parts/Loading";
import { day } from "../../parts/time";
import { text } from "../../text";
import { PageHead } from "../PageHead";
import { AuditLine } from "./AuditLine";
import styles from "./audit.module.css";

const words = text.admin.audit;
const first = "audit?limit=100";

export function AuditPage() {
  const load = useCallback(() => get<Page>(first), []);
  const asked = useLoad(load);
  return (
    <div>
      <PageHead title={text.admin.parts.audit} lead={words.lead} />
      {asked.phase === "loading" && <Loading lines={8} />}
      {asked.phase === "failed" && <Failed detail={asked.detail} again={asked.again} />}
      {asked.phase === "loaded" && asked.value.items.length === 0 && (
        <Empty title={words.empty} lead={words.emptyLead} />
      )}
      {asked.phase === "loaded" && asked.value.items.length > 0 && <Trail newest={asked.value} />}
    </div>
  );
}

function Trail({ newest }: { newest: Page }) {
  const [items, setItems] = useState(newest.items);
  const [next, setNext] = useState(newest.next);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  async function older(cursor: string) {
    setBusy(true);
    setTrouble(null);
    try {
      const page = await get<Page>(`${first}&cursor=${encodeURIComponent(cursor)}`);
      setItems([...items, ...page.items]);
      setNext(page.next);
    } catch (error) {
      setTrouble(error instanceof Refusal ? error.detail : String(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <>
      {byDay(items).map(({ name, entries }) => (
        <section key={name} aria-label={name}>
          <h2 className={styles.day}>{name}</h2>
          <ol className={styles.entries}>
            {entries.map((entry, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name and are only added
              <AuditLine key={`${entry.at} ${index}`} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {trouble && <Failed detail={trouble} again={() => next && older(next)} />}
      {next && !trouble && (
        <Button variant="default" mt="md" loading={busy} onClick={() => older(next)}>
          {words.older}
        </Button>
      )}
    </>
  );
}

function byDay(items: AuditEntry[]): { name: string; entries: AuditEntry[] }[] {
  const days: { name: string; entries: AuditEntry[] }[] = [];
  for (const entry of items) {
    const name = day(entry.at);
    const last = days.at(-1);
    if (last?.name === name) last.entries.push(entry);
    else days.push({ name, entries: [entry] });
  }
  return days;
}
