// SPDX-License-Identifier: Apache-2.0
// The open conversation: who holds it, what was said, and the place to write.
import { useEffect, useState } from "react";
import type { ConversationRecord } from "../../shared/wire";
import { Go } from "../app/Go";
import { get, Refusal } from "../app/rest";
import { addresses } from "../app/route";
import { Empty } from "../parts/Empty";
import { Failed } from "../parts/Failed";
import { Loading } from "../parts/Loading";
import { text } from "../text";
import { AlertBanner } from "./AlertBanner";
import styles from "./Conversation.module.css";
import { ConversationHead } from "./ConversationHead";
import { MessageLog } from "./MessageLog";
import { ReplyBox } from "./ReplyBox";
import { dispatch, useDesk } from "./store";
import { useReadMark } from "./useReadMark";

const words = text.desk;

export function Conversation({ id, onDetails }: { id: string; onDetails?: () => void }) {
  const summary = useDesk((state) => state.conversations[id]);
  const open = useDesk((state) => state.open);
  const search = useSearch(id, summary !== undefined);
  useReadMark(id);

  if (!summary) {
    return (
      <section className={styles.conversation}>
        {search.phase === "searching" && <Loading lines={6} />}
        {search.phase === "missing" && (
          <Empty title={words.notFoundTitle} lead={words.notFoundLead}>
            <Go to={addresses.desk}>{words.backToList}</Go>
          </Empty>
        )}
        {search.phase === "failed" && <Failed detail={search.detail} again={search.again} />}
      </section>
    );
  }
  return (
    <section className={styles.conversation} aria-labelledby="conversation-name">
      <ConversationHead summary={summary} {...(onDetails ? { onDetails } : {})} />
      {summary.alert && <AlertBanner conversation={id} alert={summary.alert} />}
      {!open || open.loading ? <Loading lines={5} tall={46} /> : <MessageLog open={open} />}
      <ReplyBox summary={summary} />
    </section>
  );
}

type Search =
  | { phase: "searching" }
  | { phase: "missing" }
  | { phase: "failed"; detail: string; again: () => void };

/** A conversation that is not in the live list (a link to an old one) is asked for by REST. */
function useSearch(id: string, known: boolean): Search {
  const [turn, setTurn] = useState(0);
  const [search, setSearch] = useState<Search>({ phase: "searching" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is how "try again" asks anew
  useEffect(() => {
    if (known) return;
    setSearch({ phase: "searching" });
    get<ConversationRecord>(`conversations/${encodeURIComponent(id)}`).then(
      ({ summary }) => dispatch({ kind: "found", conversation: summary }),
      (error: unknown) => {
        const missing = error instanceof Refusal && error.status === 404;
        const detail = error instanceof Refusal ? error.detail : String(error);
        const again = () => setTurn((now) => now + 1);
        setSearch(missing ? { phase: "missing" } : { phase: "failed", detail, again });
      },
    );
  }, [id, known, turn]);
  return search;
}
