// SPDX-License-Identifier: Apache-2.0
// One entry of the trail as a sentence, with a way to what it is about.
import type { AuditEntry } from "../../../shared/wire";
import { Go } from "../../app/Go";
import { clock } from "../../parts/time";
import { When } from "../../parts/When";
import { text } from "../../text";
import styles from "./audit.module.css";
import { auditLink, auditSentence } from "./sentence";

const words = text.admin.audit;

export function AuditLine({ entry }: { entry: AuditEntry }) {
  const { who, did } = auditSentence(entry);
  const link = auditLink(entry);
  return (
    <li className={styles.entry} data-what={entry.what}>
      <When at={entry.at} shown={clock} className="quiet" />
      <span>
        <b>{who}</b> {did}
      </span>
      {link && <Go to={link.address}>{words.open[link.to]}</Go>}
    </li>
  );
}
