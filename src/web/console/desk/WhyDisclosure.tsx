// SPDX-License-Identifier: Apache-2.0
// "Why this?": what the bot went by, kept for ever with the answer.
import { Badge, Group, Progress } from "@mantine/core";
import { useId, useState } from "react";
import type { Why } from "../../shared/wire";
import { Go } from "../app/Go";
import { addresses } from "../app/route";
import { TopicName } from "../parts/TopicName";
import { useSession } from "../session/session";
import { text } from "../text";
import styles from "./Conversation.module.css";

const words = text.desk;
const percent = (share: number) => `${Math.round(share * 100)} %`;

export function WhyDisclosure({ why }: { why: Why }) {
  const [shown, setShown] = useState(false);
  const panel = useId();
  return (
    <>
      <div className={styles.below2}>
        <button
          type="button"
          className={styles.linkButton}
          aria-expanded={shown}
          aria-controls={panel}
          onClick={() => setShown(!shown)}
        >
          {words.why}
        </button>
      </div>
      {shown && (
        <div className={styles.why} id={panel}>
          <h3>{words.whyOutcome[why.outcome]}</h3>
          <WhyFacts why={why} />
        </div>
      )}
    </>
  );
}

function WhyFacts({ why }: { why: Why }) {
  const admin = useSession(({ session }) => session.phase === "in" && session.me.role === "admin");
  const runnerUp = why.candidates.find((candidate) => candidate.id !== why.topic);
  return (
    <dl>
      {why.topic && (
        <>
          <dt>{words.whyTopic}</dt>
          <dd>
            <TopicName id={why.topic} />{" "}
            {admin && <Go to={addresses.admin("topics", why.topic)}>{words.openTopic}</Go>}
          </dd>
        </>
      )}
      {why.family && (
        <>
          <dt>{words.whyFamily}</dt>
          <dd className="id">{why.family}</dd>
        </>
      )}
      <dt>{words.whyConfidence}</dt>
      <dd>
        <Group gap={8} wrap="nowrap">
          <Progress value={why.confidence * 100} w={120} aria-label={words.whyConfidence} />
          {percent(why.confidence)}
        </Group>
      </dd>
      <dt>{words.whyWords}</dt>
      <dd>
        {why.words.length === 0 && words.whyNoWords}
        <Group gap={4}>
          {why.words.map(({ word, weight }) => (
            <Badge key={word} variant="default" tt="none" fw={500} title={weight.toFixed(2)}>
              {word}{" "}
              <span className="quiet">
                {weight > 0 ? "+" : ""}
                {weight.toFixed(1)}
              </span>
            </Badge>
          ))}
        </Group>
      </dd>
      {why.repaired && why.repaired.length > 0 && (
        <>
          <dt>{words.whyRepaired}</dt>
          <dd>{why.repaired.map(({ from, to }) => `${from} → ${to}`).join(", ")}</dd>
        </>
      )}
      {runnerUp && (
        <>
          <dt>{words.whyRunnerUp}</dt>
          <dd>
            <TopicName id={runnerUp.id} /> {percent(runnerUp.score)}
          </dd>
        </>
      )}
      <dt>{words.whyRevision}</dt>
      <dd>
        {admin ? (
          <Go to={addresses.admin("history", String(why.revision))}>
            {words.whyRevisionNumber(why.revision)}
          </Go>
        ) : (
          words.whyRevisionNumber(why.revision)
        )}
      </dd>
    </dl>
  );
}
