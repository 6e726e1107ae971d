// SPDX-License-Identifier: Apache-2.0
// A part of a form, with a sentence on what it is for.
import type { ReactNode } from "react";
import styles from "./admin.module.css";

export function Section(props: { title: string; lead?: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{props.title}</h2>
      {props.lead && <p className={styles.sectionLead}>{props.lead}</p>}
      {props.children}
    </section>
  );
}
