// SPDX-License-Identifier: Apache-2.0
// Why one cannot write yet, and "take over".
import { Button } from "@mantine/core";
import type { Summary } from "../../shared/wire";
import { text } from "../text";
import { command } from "./link";
import styles from "./ReplyBox.module.css";
import { useDesk } from "./store";
import { useHolding } from "./useHolding";

const words = text.desk;

export function TakeOver({ summary }: { summary: Summary }) {
  const { underWay } = useHolding(summary);
  const live = useDesk((state) => state.link === "live");
  const other = summary.status === "staff" ? (summary.staff?.name ?? "") : null;
  const why =
    summary.status === "staff"
      ? words.notHolder.staff(other ?? "")
      : words.notHolder[summary.status];
  return (
    <div className={styles.takeOver}>
      <span>{why}</span>
      {summary.status !== "closed" && (
        <Button
          variant={other === null ? "filled" : "default"}
          loading={underWay("take")}
          disabled={!live}
          data-shortcut="take"
          onClick={() => command({ type: "take", conversation: summary.id })}
        >
          {other === null ? words.take : words.takeFrom(other)}
        </Button>
      )}
    </div>
  );
}
