// SPDX-License-Identifier: Apache-2.0
// A list of short lines to edit: Enter adds, pasted lines are added each for itself.
import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type ClipboardEvent, type KeyboardEvent, useState } from "react";
import { replaced, without } from "../../parts/lists";
import { text } from "../../text";
import styles from "./topics.module.css";

const words = text.admin.topic;

export function LineList(props: {
  lines: string[];
  name: (n: number) => string;
  adder: string;
  mono?: boolean;
  flag?: (line: string) => string | null;
  onChange: (lines: string[]) => void;
}) {
  const { lines, onChange } = props;
  const [fresh, setFresh] = useState("");
  // Newest first in sight would turn the file's order around; new lines go to the end, like there.
  const add = (text: string) => {
    const more = text.split(/\r?\n/).map((line) => line.trim());
    const wanted = more.filter(
      (line, at) => line && !lines.includes(line) && more.indexOf(line) === at,
    );
    if (wanted.length) onChange([...lines, ...wanted]);
    setFresh("");
  };
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
    <div className={`${styles.lines} ${props.mono ? styles.mono : ""}`}>
      <ul className={styles.scroll}>
        {lines.map((line, index) => {
          const flag = props.flag?.(line);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is edited in its place
            <li key={index} className={styles.lineRow}>
              <input
                aria-label={props.name(index + 1)}
                value={line}
                onChange={(event) => onChange(replaced(lines, index, event.currentTarget.value))}
                onBlur={() => line.trim() === "" && onChange(without(lines, index))}
              />
              {flag && <span className={styles.twice}>{flag}</span>}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={words.removeExample(line)}
                onClick={() => onChange(without(lines, index))}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <textarea
        className={styles.adder}
        rows={1}
        aria-label={props.adder}
        placeholder={words.addPlaceholder}
        value={fresh}
        onChange={(event) => setFresh(event.currentTarget.value)}
        onKeyDown={press}
        onPaste={paste}
        onBlur={() => fresh.trim() && add(fresh)}
      />
    </div>
  );
}
