// SPDX-License-Identifier: Apache-2.0
// What a list says when it is empty: what will appear here, and what to do until then.
import type { ReactNode } from "react";
import styles from "./parts.module.css";

export function Empty(props: {
  icon?: ReactNode;
  title: string;
  lead?: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {props.icon && <div className={styles.emptyIcon}>{props.icon}</div>}
      <p className={styles.emptyTitle}>{props.title}</p>
      {props.lead && <p className="quiet">{props.lead}</p>}
      {props.children}
    </div>
  );
}
