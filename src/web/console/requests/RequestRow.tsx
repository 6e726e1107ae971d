// SPDX-License-Identifier: Apache-2.0
// One request as a line of the page.
import type { Request } from "../../shared/wire";
import { Go } from "../app/Go";
import { addresses } from "../app/route";
import { When } from "../parts/When";
import { text } from "../text";
import { Contact } from "./Contact";
import { RequestActions } from "./RequestActions";
import { RequestBadge, RequestTimes, returningWord } from "./RequestCard";
import styles from "./requests.module.css";

const words = text.requests;

export function RequestRow({ request }: { request: Request }) {
  return (
    <li className={styles.row}>
      <div>
        <b>{request.name}</b>
        <p>
          <Contact contact={request.contact} />
        </p>
      </div>
      <div>
        {request.times}
        <p className="quiet">
          {returningWord(request)} · {words.asked} <When at={request.created_at} />
          {request.language !== "en" && ` · ${text.common.languages[request.language]}`}
        </p>
      </div>
      <div>
        <RequestBadge request={request} />
        <dl className={styles.facts}>
          <RequestTimes request={request} />
        </dl>
      </div>
      <div className={styles.rowActions}>
        <RequestActions request={request} />
        <Go to={addresses.conversation(request.conversation)}>{words.openConversation}</Go>
      </div>
    </li>
  );
}
