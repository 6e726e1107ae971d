// SPDX-License-Identifier: Apache-2.0
// Warnings in words; what keeps an answer from visitors stands out, the rest is quiet.
import { IconAlertTriangle, IconPencilQuestion } from "@tabler/icons-react";
import { text } from "../../text";
import type { Warning } from "../warnings";
import styles from "./topics.module.css";

const words = text.admin.warnings;

export function WarningList({ warnings }: { warnings: Warning[] }) {
  return (
    <>
      {warnings.map((warning) => (
        <span
          key={sentence(warning)}
          className={styles.warning}
          data-loud={loud(warning) || undefined}
        >
          {loud(warning) ? (
            <IconAlertTriangle size={14} aria-hidden />
          ) : (
            <IconPencilQuestion size={14} aria-hidden />
          )}
          {sentence(warning)}
        </span>
      ))}
    </>
  );
}

const loud = (warning: Warning) =>
  warning.kind === "expired" || warning.kind === "no_answer" || warning.kind === "due";

function sentence(warning: Warning): string {
  switch (warning.kind) {
    case "unsigned":
      return words.unsigned;
    case "expired":
      return words.expired(warning.until);
    case "due":
      return words.due(warning.until);
    case "fact_missing":
      return words.fact_missing(warning.facts.join(", "));
    case "few_examples":
      return words.few_examples(text.admin.languages[warning.language], warning.count);
    case "no_answer":
      return words.no_answer(text.admin.languages[warning.language]);
  }
}
