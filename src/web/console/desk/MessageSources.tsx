// SPDX-License-Identifier: Apache-2.0
// Which sources the visitor was shown, and whether a clinician has signed the answer.
import type { ConsoleMessage } from "../../shared/wire";
import { text } from "../text";
import styles from "./Conversation.module.css";

const words = text.desk;

export function MessageSources({ message }: { message: ConsoleMessage }) {
  const { sources, review } = message;
  if (!sources?.length && !review) return null;
  return (
    <div className={styles.below2}>
      {sources && sources.length > 0 && (
        <span title={words.sources}>
          {sources.map((source, index) => (
            <span key={source.title}>
              {index > 0 && "; "}
              {source.url ? (
                <a href={source.url} target="_blank" rel="noreferrer" className="quiet">
                  {source.title}
                </a>
              ) : (
                source.title
              )}
            </span>
          ))}
        </span>
      )}
      {review && (
        <span>{review.by ? words.signed(review.by, review.until) : words.unsigned(review.on)}</span>
      )}
    </div>
  );
}
