// SPDX-License-Identifier: Apache-2.0
// What is known about the visitor: the request first, then the plain facts.
import type { Summary } from "../../shared/wire";
import { When } from "../parts/When";
import { RequestCard } from "../requests/RequestCard";
import { text } from "../text";
import { Colleagues } from "./Colleagues";
import { useDesk } from "./store";
import { useHolding } from "./useHolding";
import styles from "./VisitorPanel.module.css";
import { visitorName } from "./visitorName";

const words = text.desk;

export function VisitorPanel({ id }: { id: string }) {
  const summary = useDesk((state) => state.conversations[id]);
  const requests = useDesk((state) => state.requests);
  if (!summary) return null;
  const request = Object.values(requests)
    .filter((one) => one.conversation === id)
    .sort((a, b) => b.created_at.localeCompare(a.created_at))[0];
  return (
    <aside className={styles.panel} aria-label={words.details}>
      <section>
        <h3>{words.requestTitle}</h3>
        {request ? (
          <RequestCard request={request} />
        ) : (
          <p className="quiet">{words.requestNoneLead}</p>
        )}
      </section>
      <section>
        <h3>{words.visitorTitle}</h3>
        <VisitorFacts summary={summary} />
      </section>
      <Colleagues />
    </aside>
  );
}

function VisitorFacts({ summary }: { summary: Summary }) {
  const { holder } = useHolding(summary);
  const { fields } = words;
  return (
    <dl className={styles.facts}>
      <dt>{fields.visitor}</dt>
      <dd>{visitorName(summary)}</dd>
      <dt>{fields.holder}</dt>
      <dd>{holder}</dd>
      <dt>{fields.language}</dt>
      <dd>{text.common.languages[summary.language]}</dd>
      {summary.page && (
        <>
          <dt>{fields.page}</dt>
          <dd>{summary.page}</dd>
        </>
      )}
      <dt>{fields.started}</dt>
      <dd>
        <When at={summary.started_at} />
      </dd>
      {summary.rating && (
        <>
          <dt>{fields.rating}</dt>
          <dd>{words.rating(summary.rating)}</dd>
        </>
      )}
    </dl>
  );
}
