// SPDX-License-Identifier: Apache-2.0
// Whether the visitor's page is open: a full dot or a ring, and a word for those who hear it.
import { text } from "../text";
import styles from "./ConversationList.module.css";

export function Presence({ online }: { online: boolean }) {
  const words = online ? text.desk.online : text.desk.offline;
  return (
    <>
      <span className={styles.presence} data-online={online || undefined} title={words} />
      <span className="unseen">{online ? text.desk.onlineShort : text.desk.offlineShort}</span>
    </>
  );
}
