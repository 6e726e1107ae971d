// SPDX-License-Identifier: Apache-2.0
// One topic: everything about it on one page, in the order of how one thinks about it.
import { Button } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import type { Intent } from "../../../shared/wire";
import { Go } from "../../app/Go";
import { addresses, navigate } from "../../app/route";
import { Confirm } from "../../parts/Confirm";
import { Empty } from "../../parts/Empty";
import { text } from "../../text";
import { editedItems } from "../edits";
import { PageHead } from "../PageHead";
import { edit, revert, useDraftRules, usePublished, useRulesStore } from "../rulesStore";
import { warningsOf } from "../warnings";
import { AnswersSection } from "./AnswersSection";
import { ExamplesSection } from "./ExamplesSection";
import { FollowUpsSection } from "./FollowUpsSection";
import { ReviewSection } from "./ReviewSection";
import { TitleSection } from "./TitleSection";
import styles from "./topics.module.css";
import { WarningList } from "./WarningList";

const words = text.admin.topic;

/** Each section gets the topic and says how it should be. */
export interface SectionProps {
  topic: Intent;
  onChange: (change: Partial<Intent>) => void;
}

export function TopicPage({ id }: { id: string }) {
  const rules = useDraftRules();
  const published = usePublished();
  const edits = useRulesStore((state) => state.edits);
  const [removing, setRemoving] = useState(false);
  const topic = rules.intents.find((intent) => intent.id === id);
  if (!topic) {
    return (
      <Empty title={words.missing} lead={words.missingLead}>
        <Go to={addresses.admin("topics")}>{words.all}</Go>
      </Empty>
    );
  }
  const edited = editedItems(edits, published).find(
    (item) => item.part === "intents" && item.key === id,
  );
  const onChange = (change: Partial<Intent>) =>
    edit({ part: "intents", key: id, value: { ...topic, ...change } });
  const section: SectionProps = { topic, onChange };
  const today = new Date().toISOString().slice(0, 10);
  return (
    <div>
      <Go to={addresses.admin("topics")} className={styles.crumb}>
        <IconArrowLeft size={15} aria-hidden />
        {words.all}
      </Go>
      <PageHead
        title={
          <>
            {topic.title.en} <span className="id">{topic.id}</span>
          </>
        }
      >
        {edited?.kind === "changed" && (
          <Button variant="default" onClick={() => revert(edited)}>
            {words.undo}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={() => setRemoving(true)}>
          {words.remove}
        </Button>
      </PageHead>
      <div className={styles.warnings}>
        <WarningList warnings={warningsOf(topic, rules, today)} />
      </div>
      <TitleSection {...section} />
      <ExamplesSection {...section} />
      <AnswersSection {...section} />
      <FollowUpsSection {...section} />
      <ReviewSection {...section} />
      <Confirm
        opened={removing}
        title={words.removeAsk}
        lead={words.removeLead}
        yes={words.remove}
        danger
        onNo={() => setRemoving(false)}
        onYes={() => {
          edit({ part: "removed", key: id });
          navigate(addresses.admin("topics"));
        }}
      />
    </div>
  );
}
