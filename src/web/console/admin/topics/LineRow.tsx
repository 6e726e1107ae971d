// SPDX-License-Identifier: Apache-2.0
// One line of a list, edited in its place.
import { IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { text } from "../../text";
import styles from "./topics.module.css";

const words = text.admin.topic;
/** What is typed becomes a change after this pause: each change draws the whole topic anew. */
const stillMs = 400;

export function LineRow(props: {
  line: string;
  name: string;
  flag: string | null;
  /** An empty line is one to remove. */
  onChange: (line: string) => void;
}) {
  const { line, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing is no new pause
  useEffect(() => {
    if (!typed?.trim() || typed === line) return;
    const timer = setTimeout(() => onChange(typed), stillMs);
    return () => clearTimeout(timer);
  }, [typed]);
  function settle() {
    if (typed !== null && typed !== line) onChange(typed.trim());
    setTyped(null);
  }
  return (
    <li className={styles.lineRow}>
      <input
        className={styles.line}
        aria-label={props.name}
        value={typed ?? line}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={settle}
        onKeyDown={(event) => event.key === "Enter" && settle()}
      />
      {props.flag && <span className={styles.twice}>{props.flag}</span>}
      <button
        type="button"
        className={styles.removeLine}
        aria-label={words.removeExample(line)}
        onClick={() => onChange("")}
      >
        <IconX size={14} aria-hidden />
      </button>
    </li>
  );
}
