// SPDX-License-Identifier: Apache-2.0
// One changed place, before and after, so that a person can read it.
import type { RevisionChange } from "../../../shared/wire";
import { text } from "../../text";
import { textDiff } from "../textDiff";
import { differs } from "./differs";
import styles from "./history.module.css";

const words = text.admin.history;

export function ChangeView({ change }: { change: RevisionChange }) {
  // The generated types call these objects; on the wire they are any JSON value.
  const before = change.before as unknown;
  const after = change.after as unknown;
  return (
    <article className={styles.change}>
      <h3>{readablePath(change.path)}</h3>
      <ValueChange before={before ?? null} after={after ?? null} />
    </article>
  );
}

/** Objects are shown key by key, so that nobody has to read JSON. */
function ValueChange({ before, after }: { before: unknown; after: unknown }) {
  if (isLines(before) && isLines(after) && (before || after)) {
    return <LinesChange before={before ?? []} after={after ?? []} />;
  }
  if (isObject(before) && isObject(after) && (before || after)) {
    const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
    const changed = keys.filter((key) => differs(before?.[key], after?.[key]));
    return changed.map((key) => (
      <div key={key} className={styles.key}>
        <span className={styles.keyName}>{nameOf(key)}</span>
        <ValueChange before={before?.[key] ?? null} after={after?.[key] ?? null} />
      </div>
    ));
  }
  return <TextChange before={asText(before)} after={asText(after)} />;
}

function TextChange({ before, after }: { before: string; after: string }) {
  return (
    <p className={styles.text}>
      {textDiff(before, after).map((piece, index) =>
        piece.kind === "out" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
          <del key={index}>{piece.text}</del>
        ) : piece.kind === "in" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
          <ins key={index}>{piece.text}</ins>
        ) : (
          piece.text
        ),
      )}
    </p>
  );
}

function LinesChange({ before, after }: { before: string[]; after: string[] }) {
  const out = before.filter((line) => !after.includes(line));
  const fresh = after.filter((line) => !before.includes(line));
  return (
    <ul className={styles.lines}>
      {out.map((line) => (
        <li key={`out ${line}`}>
          <del>{line}</del>
        </li>
      ))}
      {fresh.map((line) => (
        <li key={`in ${line}`}>
          <ins>{line}</ins>
        </li>
      ))}
    </ul>
  );
}

const isLines = (value: unknown): value is string[] | null => value === null || isStrings(value);

const isObject = (value: unknown): value is Record<string, unknown> | null =>
  value === null || (typeof value === "object" && !isStrings(value));
const isStrings = (value: unknown) =>
  Array.isArray(value) && value.every((line) => typeof line === "string");

function asText(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}

/** Lists are counted from 1, as people do. */
const nameOf = (key: string) =>
  /^\d+$/.test(key) ? words.nth(Number(key) + 1) : (words.words[key] ?? key);

/** "intents/ketamine.duration/answers/en/0/text" to "Topic ketamine.duration, answer, English, 1, text" */
function readablePath(path: string): string {
  const steps = path.split("/").filter(Boolean);
  const named = steps.map(nameOf);
  const [first = "", second, ...others] = named;
  return [second ? `${first} ${second}` : first, ...others].join(" › ");
}
