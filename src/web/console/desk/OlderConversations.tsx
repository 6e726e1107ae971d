// SPDX-License-Identifier: Apache-2.0
// Closed conversations beyond the live list, page by page.
import { Button } from "@mantine/core";
import { useState } from "react";
import type { ConversationPage } from "../../shared/wire";
import { get, Refusal } from "../app/rest";
import { text } from "../text";
import styles from "./ConversationList.module.css";
import { dispatch, useDesk } from "./store";

const words = text.desk;
const pageSize = 30;

export function OlderConversations() {
  const next = useDesk((state) => state.olderNext);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  async function more() {
    setBusy(true);
    setTrouble(null);
    const cursor = next ? `&cursor=${encodeURIComponent(next)}` : "";
    try {
      const page = await get<ConversationPage>(
        `conversations?status=closed&limit=${pageSize}${cursor}`,
      );
      dispatch({ kind: "older", conversations: page.items, next: page.next });
    } catch (error) {
      setTrouble(error instanceof Refusal ? error.detail : String(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <div className={styles.older}>
      {trouble && (
        <p role="alert" className={styles.noRows}>
          {trouble}
        </p>
      )}
      {next === null ? (
        <p className={styles.noRows}>{words.olderNone}</p>
      ) : (
        <Button variant="subtle" color="gray" size="compact-sm" loading={busy} onClick={more}>
          {trouble ? text.common.tryAgain : words.older}
        </Button>
      )}
    </div>
  );
}
