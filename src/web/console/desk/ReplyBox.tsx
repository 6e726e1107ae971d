// SPDX-License-Identifier: Apache-2.0
// The place to write: a reply when this person holds the conversation, a private note always.
import { SegmentedControl } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Summary } from "../../shared/wire";
import { text } from "../text";
import { command } from "./link";
import styles from "./ReplyBox.module.css";
import { TakeOver } from "./TakeOver";
import { useHolding } from "./useHolding";
import { WritingArea } from "./WritingArea";

const words = text.desk;
type Kind = "say" | "note";

export function ReplyBox({ summary }: { summary: Summary }) {
  const { mine } = useHolding(summary);
  const [wish, setWish] = useState<Kind>("say");
  const [turn, setTurn] = useState(0);
  const conversation = summary.id;
  const choose = (kind: Kind) => {
    setWish(kind);
    setTurn((now) => now + 1);
  };
  // Who has just taken over wants to write.
  const held = useRef(mine);
  useEffect(() => {
    if (mine && !held.current) setTurn((now) => now + 1);
    held.current = mine;
  }, [mine]);
  return (
    <div className={styles.box} data-kind={wish}>
      <div className={styles.kinds}>
        <SegmentedControl
          size="xs"
          value={wish}
          onChange={(kind) => choose(kind as Kind)}
          data={[
            { value: "say", label: words.reply },
            { value: "note", label: words.note },
          ]}
          aria-label={`${words.reply} / ${words.note}`}
        />
        {/* The targets of the keys R and N. */}
        <button type="button" hidden data-shortcut="reply" onClick={() => choose("say")} />
        <button type="button" hidden data-shortcut="note" onClick={() => choose("note")} />
      </div>
      {wish === "say" && !mine ? (
        <TakeOver summary={summary} />
      ) : (
        <WritingArea
          key={`${wish} ${turn}`}
          kind={wish}
          summary={summary}
          focus={turn > 0}
          onSend={(words) => command({ type: wish, conversation, text: words })}
        />
      )}
    </div>
  );
}
