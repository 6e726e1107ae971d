// SPDX-License-Identifier: Apache-2.0
// One fact: not known, one text, or a text for each language.
import { SegmentedControl, Textarea } from "@mantine/core";
import type { Fact, Texts } from "../../../shared/wire";
import { text } from "../../text";
import { edit, useDraftRules } from "../rulesStore";
import { languagesOf } from "../warnings";
import styles from "./facts.module.css";

const words = text.admin.facts;
type Kind = "unknown" | "one" | "each";

const kindOf = (value: Fact): Kind =>
  value === null ? "unknown" : typeof value === "string" ? "one" : "each";

/** Keeps what was typed when the kind changes. */
function converted(value: Fact, kind: Kind): Fact {
  if (kind === "unknown") return null;
  const one = value === null ? "" : typeof value === "string" ? value : value.en;
  if (kind === "one") return one;
  return value !== null && typeof value === "object" ? value : { en: one, es: one };
}

export function FactRow(props: { name: string; value: Fact; topics: string[] }) {
  const { name, value, topics } = props;
  const languages = languagesOf(useDraftRules());
  const readable = name.charAt(0).toUpperCase() + name.slice(1).replace(/_/g, " ");
  const set = (next: Fact) => edit({ part: "facts", key: name, value: next });
  const uses = topics.join(", ");
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <div>
          <b>{readable}</b> <span className="id">{`{${name}}`}</span>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={words.kind(readable)}
          value={kindOf(value)}
          onChange={(kind) => set(converted(value, kind as Kind))}
          data={[
            { value: "unknown", label: words.unknown },
            { value: "one", label: words.one },
            { value: "each", label: words.each },
          ]}
        />
      </div>
      {typeof value === "string" && (
        <Textarea
          autosize
          minRows={1}
          aria-label={words.value(readable)}
          value={value}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )}
      {value !== null && typeof value === "object" && (
        <div className={styles.each}>
          {languages.map((language) => (
            <Textarea
              key={language}
              autosize
              minRows={1}
              label={text.admin.languages[language]}
              aria-label={words.valueIn(readable, text.admin.languages[language])}
              value={value[language]}
              onChange={(event) =>
                set({ ...(value as Texts), [language]: event.currentTarget.value })
              }
            />
          ))}
        </div>
      )}
      <p className={styles.uses}>
        {uses === "" ? words.unused : value === null ? words.needed(uses) : words.used(uses)}
      </p>
    </div>
  );
}
