// SPDX-License-Identifier: Apache-2.0
// The head of an admin page: what this is, in one line, and what can be done.
import type { ReactNode } from "react";
import styles from "./admin.module.css";

export function PageHead(props: { title: ReactNode; lead?: string; children?: ReactNode }) {
  return (
    <header className={styles.pageHead}>
      <div>
        <h1>{props.title}</h1>
        {props.lead && <p>{props.lead}</p>}
      </div>
      {props.children && <div className={styles.pageActions}>{props.children}</div>}
    </header>
  );
}
