// SPDX-License-Identifier: Apache-2.0
// The frame of the pages before the console: a card in the middle, the product's name on top.
import type { ReactNode } from "react";
import { Mark } from "../parts/Mark";
import { text } from "../text";
import styles from "./SessionCard.module.css";

export function SessionCard(props: { title: string; lead?: string; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.brand}>
        <Mark size={28} />
        <span>{text.common.product}</span>
      </div>
      <div className={styles.card}>
        <h1>{props.title}</h1>
        {props.lead && <p className="quiet">{props.lead}</p>}
        {props.children}
      </div>
    </main>
  );
}
