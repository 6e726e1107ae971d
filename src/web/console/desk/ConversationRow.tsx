// SPDX-License-Identifier: Apache-2.0
// One conversation as a line of the list.
import { IconAlertTriangle, IconCalendarEvent, IconClockHour4 } from "@tabler/icons-react";
import type { Summary } from "../../shared/wire";
import { Go } from "../app/Go";
import { addresses } from "../app/route";
import { inFull, since } from "../parts/time";
import { When } from "../parts/When";
import { text } from "../text";
import styles from "./ConversationList.module.css";
import { Presence } from "./Presence";
import { previewOf } from "./preview";
import type { SectionKey } from "./sections";
import { useDesk } from "./store";
import { visitorName } from "./visitorName";

const words = text.desk;

export function ConversationRow(props: {
  summary: Summary;
  kind: SectionKey;
  chosen: boolean;
  now: number;
}) {
  const { summary, kind, chosen, now } = props;
  const me = useDesk((state) => state.me?.id);
  const waiting = summary.status === "waiting" && summary.waiting_since;
  const request = summary.request?.status;
  return (
    <Go
      to={addresses.conversation(summary.id)}
      className={styles.row}
      data-row
      data-kind={kind}
      data-unread={summary.unread > 0 || undefined}
      aria-current={chosen ? "true" : undefined}
    >
      <span className={styles.line}>
        <Presence online={summary.online} />
        <span className={styles.name}>{visitorName(summary)}</span>
        {summary.language !== "en" && (
          <span
            className={styles.lang}
            title={words.language(text.common.languages[summary.language])}
          >
            {summary.language.toUpperCase()}
          </span>
        )}
        <When at={summary.last?.at ?? summary.started_at} className={styles.when} />
      </span>
      <span className={styles.line}>
        <span className={styles.preview}>{previewOf(summary, me)}</span>
        {summary.unread > 0 && (
          <span className={styles.unread}>
            {summary.unread}
            <span className="unseen"> {words.unread(summary.unread)}</span>
          </span>
        )}
      </span>
      <span className={styles.tags}>
        {summary.alert && (
          <span className={styles.tag} data-kind="alert">
            <IconAlertTriangle size={14} aria-hidden />
            {words.alerts[summary.alert]}
          </span>
        )}
        {waiting && (
          <span className={styles.tag} data-kind="waiting" title={inFull(waiting)}>
            <IconClockHour4 size={14} aria-hidden />
            {now - Date.parse(waiting) < 60_000
              ? words.waitingNow
              : words.waiting(since(waiting, now))}
            {summary.position && ` · ${words.position(summary.position)}`}
          </span>
        )}
        {(request === "open" || request === "proposed") && (
          <span className={styles.tag} data-kind="request">
            <IconCalendarEvent size={14} aria-hidden />
            {text.requests.tag[request]}
          </span>
        )}
        {kind === "others" && summary.staff && (
          <span className={styles.tag} data-kind="holder">
            {words.status.staff(summary.staff.name)}
          </span>
        )}
      </span>
    </Go>
  );
}
