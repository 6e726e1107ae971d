// SPDX-License-Identifier: Apache-2.0
// Where new lines are written or pasted.
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { text } from "../../text";
import { linesOf } from "./lines";
import styles from "./topics.module.css";

export function LineAdder(props: { label: string; onAdd: (lines: string[]) => void }) {
  const [fresh, setFresh] = useState("");
  function add(text: string) {
    const lines = linesOf(text);
    if (lines.length) props.onAdd(lines);
    setFresh("");
  }
  function press(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    add(fresh);
  }
  function paste(event: ClipboardEvent) {
    const pasted = event.clipboardData.getData("text");
    if (!pasted.includes("\n")) return;
    event.preventDefault();
    add(`${fresh}${pasted}`);
  }
  return (
    <textarea
      className={styles.adder}
      rows={1}
      aria-label={props.label}
      placeholder={text.admin.topic.addPlaceholder}
      value={fresh}
      onChange={(event) => setFresh(event.currentTarget.value)}
      onKeyDown={press}
      onPaste={paste}
      onBlur={() => fresh.trim() && add(fresh)}
    />
  );
}
