// SPDX-License-Identifier: Apache-2.0
// One revision: what changed in it, before and after, and rolling back to it.
import { Alert, Button, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCallback, useState } from "react";
import type { Published, RevisionRecord } from "../../../shared/wire";
import { get, post, Refusal } from "../../app/rest";
import { useLoad } from "../../app/useLoad";
import { Confirm } from "../../parts/Confirm";
import { Failed } from "../../parts/Failed";
import { Loading } from "../../parts/Loading";
import { inFull } from "../../parts/time";
import { text } from "../../text";
import { loadRules } from "../rulesStore";
import { ChangeView } from "./ChangeView";
import { differs } from "./differs";
import styles from "./history.module.css";

const words = text.admin.history;

export function RevisionView({ revision, isCurrent }: { revision: number; isCurrent: boolean }) {
  const load = useCallback(() => get<RevisionRecord>(`revisions/${revision}`), [revision]);
  const asked = useLoad(load);
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [waits, setWaits] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  async function rollBack() {
    setBusy(true);
    setTrouble(null);
    try {
      const done = await post<Published>(`revisions/${revision}/rollback`, { note }, () =>
        setWaits(true),
      );
      await loadRules();
      setAsking(false);
      notifications.show({ message: words.rolledBack(done.revision) });
    } catch (error) {
      setTrouble(error instanceof Refusal ? error.detail : String(error));
    } finally {
      setBusy(false);
      setWaits(false);
    }
  }
  if (asked.phase === "loading") return <Loading lines={5} />;
  if (asked.phase === "failed") return <Failed detail={asked.detail} again={asked.again} />;
  const { value } = asked;
  // Rules of before that cannot be read any more are compared as they are written.
  const changes = value.changes.filter(({ before, after }) => differs(before, after));
  return (
    <section className={styles.revision}>
      <header>
        <div>
          <h2>{words.revision(revision)}</h2>
          <p className="quiet">
            {value.by?.name ?? words.disk} · {inFull(value.at)}
          </p>
          <p>{value.note || words.noNote}</p>
        </div>
        {!isCurrent && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {words.rollback}
          </Button>
        )}
      </header>
      <p className="quiet">{changes.length === 0 ? words.none : words.changes(changes.length)}</p>
      {changes.map((change) => (
        <ChangeView key={change.path} change={change} />
      ))}
      <Confirm
        opened={asking}
        title={words.rollbackAsk(revision)}
        lead={words.rollbackLead}
        yes={words.rollback}
        danger
        busy={busy}
        disabled={note.trim() === ""}
        onNo={() => setAsking(false)}
        onYes={rollBack}
      >
        <Textarea
          mt="md"
          label={words.rollbackNote}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Text size="sm" role="status">
          {waits && words.stillRollingBack}
        </Text>
        {trouble && (
          <Alert color="red" mt="sm" role="alert">
            {trouble}
          </Alert>
        )}
      </Confirm>
    </section>
  );
}
