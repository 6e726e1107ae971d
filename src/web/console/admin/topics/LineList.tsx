// SPDX-License-Identifier: Apache-2.0
// A list of short lines to edit, made for hundreds of them: Enter adds, pasted lines are added each
// for itself, the newest stand first, and a long list is searched and drawn in pages.
import { useState } from "react";
import { replaced, without } from "../../parts/lists";
import { text } from "../../text";
import { LineAdder } from "./LineAdder";
import { LineRow } from "./LineRow";
import { LineSearch } from "./LineSearch";
import { shownLines } from "./lines";
import styles from "./topics.module.css";

const words = text.admin.topic;
/** From here on searching is quicker than reading. */
const longFrom = 12;
/** Rows that one drawing adds: more would be felt while typing. */
const pageSize = 40;

export function LineList(props: {
  lines: string[];
  name: (n: number) => string;
  adder: string;
  finder: string;
  mono?: boolean;
  flag?: (line: string) => string | null;
  onChange: (lines: string[]) => void;
}) {
  const { lines, onChange } = props;
  const [query, setQuery] = useState("");
  const [flaggedOnly, setFlaggedOnly] = useState(false);
  const [room, setRoom] = useState(pageSize);
  const { found, flagged } = shownLines(lines, props.flag, query, flaggedOnly);
  const more = found.length - room;
  function add(fresh: string[]) {
    const wanted = fresh.filter((line, at) => !lines.includes(line) && fresh.indexOf(line) === at);
    if (wanted.length) onChange([...lines, ...wanted]);
    setQuery("");
    setFlaggedOnly(false);
  }
  return (
    <div className={`${styles.lines} ${props.mono ? styles.mono : ""}`}>
      <LineAdder label={props.adder} onAdd={add} />
      {lines.length > longFrom && (
        <LineSearch
          label={props.finder}
          query={query}
          onQuery={setQuery}
          shown={found.length}
          all={lines.length}
          flagged={flagged}
          flaggedOnly={flaggedOnly}
          onFlaggedOnly={setFlaggedOnly}
        />
      )}
      {lines.length > 0 && (
        <ul className={styles.scroll}>
          {found.slice(0, room).map(({ line, index, flag }) => (
            <LineRow
              key={index}
              line={line}
              name={props.name(index + 1)}
              flag={flag}
              onChange={(next) =>
                onChange(next ? replaced(lines, index, next) : without(lines, index))
              }
            />
          ))}
          {found.length === 0 && <li className={styles.noLines}>{words.noLines}</li>}
          {more > 0 && (
            <li>
              <button
                type="button"
                className={styles.moreLines}
                onClick={() => setRoom(room + pageSize)}
              >
                {words.moreLines(Math.min(more, pageSize), more)}
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
