// SPDX-License-Identifier: Apache-2.0
// One fixed sentence, in all languages side by side.
import { Textarea } from "@mantine/core";
import type { Texts } from "../../../shared/wire";
import { TopicName } from "../../parts/TopicName";
import { text } from "../../text";
import styles from "../admin.module.css";
import { edit, useDraftRules } from "../rulesStore";
import { languagesOf } from "../warnings";

const names = text.admin.languages;

export function PhraseSection({ id, phrase }: { id: string; phrase: Texts }) {
  return (
    <section className={styles.section}>
      <h2 className={styles.columnTitle}>
        <TopicName id={id} />
      </h2>
      <div className={styles.columns}>
        {languagesOf(useDraftRules()).map((language) => (
          <Textarea
            key={language}
            autosize
            minRows={1}
            label={names[language]}
            aria-label={text.admin.phrases.in(id, names[language])}
            value={phrase[language]}
            onChange={(event) =>
              edit({
                part: "phrases",
                key: id,
                value: { ...phrase, [language]: event.currentTarget.value },
              })
            }
          />
        ))}
      </div>
    </section>
  );
}
