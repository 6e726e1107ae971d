// SPDX-License-Identifier: Apache-2.0
// What the visitor will read after this step.
import type { ReactNode } from "react";
import { text } from "../text";
import styles from "./requests.module.css";

export function VisitorSees({ children }: { children: ReactNode }) {
  return (
    <div className={styles.sees}>
      <div className={styles.seesTitle}>{text.requests.visitorSees}</div>
      <div className={styles.seesBubble}>{children}</div>
      <div className={styles.seesHint}>{text.requests.exact}</div>
    </div>
  );
}
