// SPDX-License-Identifier: Apache-2.0
// One consultation request: what was asked, how far it is, and the next step.
import { Badge } from "@mantine/core";
import type { Request } from "../../shared/wire";
import { appointment, inFull } from "../parts/time";
import { When } from "../parts/When";
import { text } from "../text";
import { Contact } from "./Contact";
import { RequestActions } from "./RequestActions";
import styles from "./requests.module.css";

const words = text.requests;

export function RequestCard({ request }: { request: Request }) {
  return (
    <div className={styles.card} data-status={request.status}>
      <div className={styles.cardHead}>
        <strong>{request.name}</strong>
        <RequestBadge request={request} />
      </div>
      <dl className={styles.facts}>
        <dt>{words.contact}</dt>
        <dd>
          <Contact contact={request.contact} />
        </dd>
        <dt>{words.wishes}</dt>
        <dd>{request.times}</dd>
        <dt>{words.kind}</dt>
        <dd>{returningWord(request)}</dd>
        <dt>{words.asked}</dt>
        <dd>
          <When at={request.created_at} />
        </dd>
        <RequestTimes request={request} />
      </dl>
      <RequestActions request={request} />
    </div>
  );
}

export function RequestBadge({ request }: { request: Request }) {
  const fresh = request.status === "open";
  return (
    <Badge variant={fresh ? "filled" : "default"} tt="none" fw={600}>
      {words.status[request.status]}
    </Badge>
  );
}

export function RequestTimes({ request }: { request: Request }) {
  return (
    <>
      {request.status === "proposed" && request.proposed && (
        <>
          <dt>{words.proposed}</dt>
          <dd>
            {request.proposed.map((time) => (
              <div key={time.id} title={inFull(time.at)}>
                {appointment(time.at)}
              </div>
            ))}
          </dd>
        </>
      )}
      {request.appointment && (
        <>
          <dt>{words.appointment}</dt>
          <dd>
            <b title={inFull(request.appointment)}>{appointment(request.appointment)}</b>
          </dd>
        </>
      )}
    </>
  );
}

export function returningWord({ returning }: Request): string {
  if (returning === null) return words.returning.unknown;
  return returning ? words.returning.yes : words.returning.no;
}
