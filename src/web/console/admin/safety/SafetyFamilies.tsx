// SPDX-License-Identifier: Apache-2.0
// What is recognized as danger, to read; and what is harmless.
import { Accordion } from "@mantine/core";
import type { Lang } from "../../../shared/wire";
import { text } from "../../text";
import columns from "../admin.module.css";
import { Section } from "../Section";

const words = text.admin.safety;
const languages = ["en", "es"] as const;

interface Family {
  id: string;
  intent: string;
  about?: string;
  certain?: boolean;
  mention?: boolean;
  patterns: Partial<Record<Lang, string[]>>;
}
interface Safety {
  families?: Family[];
  past?: Family[];
  idioms?: Partial<Record<Lang, string[]>>;
}

export function SafetyFamilies({ safety }: { safety: object }) {
  const { families = [], past = [], idioms = {} } = safety as Safety;
  return (
    <>
      <Section title={words.families} lead={words.familiesLead}>
        <Families list={families} />
      </Section>
      <Section title={words.past} lead={words.pastLead}>
        <Families list={past} />
      </Section>
      <Section title={words.idioms} lead={words.idiomsLead}>
        <Patterns patterns={idioms} />
      </Section>
    </>
  );
}

function Families({ list }: { list: Family[] }) {
  return (
    <Accordion variant="separated" chevronPosition="left">
      {list.map((family) => (
        <Accordion.Item key={family.id} value={family.id}>
          <Accordion.Control>
            {family.about ?? family.id} <span className="id">{family.id}</span>
            <div className="quiet">
              {words.names[family.intent] ?? family.intent} ·{" "}
              {words.patterns(family.patterns.en?.length ?? 0, family.patterns.es?.length ?? 0)}
              {family.certain && ` · ${words.certain}`}
              {family.mention && ` · ${words.mention}`}
            </div>
          </Accordion.Control>
          <Accordion.Panel>
            <Patterns patterns={family.patterns} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}

function Patterns({ patterns }: { patterns: Partial<Record<Lang, string[]>> }) {
  return (
    <div className={columns.columns}>
      {languages.map((language) => (
        <div key={language}>
          <h3 className={columns.columnTitle}>{text.admin.languages[language]}</h3>
          {(patterns[language] ?? []).map((pattern) => (
            <div key={pattern} className="id">
              {pattern}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
