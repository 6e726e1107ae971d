// SPDX-License-Identifier: Apache-2.0
// Searching in a long list of lines, with how many there are and how many want a look.
import { IconSearch } from "@tabler/icons-react";
import { text } from "../../text";
import styles from "./topics.module.css";

const words = text.admin.topic;

export function LineSearch(props: {
  label: string;
  query: string;
  onQuery: (query: string) => void;
  shown: number;
  all: number;
  flagged: number;
  flaggedOnly: boolean;
  onFlaggedOnly: (on: boolean) => void;
}) {
  const { query, shown, all, flagged, flaggedOnly } = props;
  return (
    <div className={styles.find}>
      <IconSearch size={14} aria-hidden />
      <input
        className={styles.findField}
        type="search"
        aria-label={props.label}
        placeholder={words.findPlaceholder}
        value={query}
        onChange={(event) => props.onQuery(event.currentTarget.value)}
      />
      {(flagged > 0 || flaggedOnly) && (
        <button
          type="button"
          className={styles.flagged}
          aria-pressed={flaggedOnly}
          onClick={() => props.onFlaggedOnly(!flaggedOnly)}
        >
          {words.flagged(flagged)}
        </button>
      )}
      <span role="status">{shown === all ? words.linesAll(all) : words.linesOf(shown, all)}</span>
    </div>
  );
}
