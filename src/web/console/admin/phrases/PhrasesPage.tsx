// SPDX-License-Identifier: Apache-2.0
// The fixed sentences of the desk, in all languages side by side.
import { Textarea, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { Empty } from "../../parts/Empty";
import { TopicName } from "../../parts/TopicName";
import { text } from "../../text";
import styles from "../admin.module.css";
import { PageHead } from "../PageHead";
import { edit, useDraftRules } from "../rulesStore";
import { languagesOf, plainForm } from "../warnings";

const words = text.admin.phrases;
const names = text.admin.languages;

export function PhrasesPage() {
  const rules = useDraftRules();
  const [query, setQuery] = useState("");
  const wanted = plainForm(query);
  const all = Object.entries(rules.phrases);
  const shown = all.filter(([id, phrase]) =>
    [id, phrase.en, phrase.es].some((one) => plainForm(one).includes(wanted)),
  );
  return (
    <>
      <PageHead title={text.admin.parts.phrases} lead={words.lead} />
      <TextInput
        mb="md"
        leftSection={<IconSearch size={16} />}
        aria-label={words.searchHint}
        placeholder={words.searchHint}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {shown.length === 0 && <Empty title={all.length === 0 ? words.empty : words.none} />}
      {shown.map(([id, phrase]) => (
        <section key={id} className={styles.section}>
          <h2 className={styles.columnTitle}>
            <TopicName id={id} />
          </h2>
          <div className={styles.columns}>
            {languagesOf(rules).map((language) => (
              <Textarea
                key={language}
                autosize
                minRows={1}
                label={names[language]}
                aria-label={words.in(id, names[language])}
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
      ))}
    </>
  );
}
