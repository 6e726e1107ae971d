// SPDX-License-Identifier: Apache-2.0
// What the desk would do with the message, and why.
import { Badge, Group, Progress } from "@mantine/core";
import type { Trial } from "../../../shared/wire";
import { Go } from "../../app/Go";
import { addresses } from "../../app/route";
import { TopicName } from "../../parts/TopicName";
import { text } from "../../text";
import { AddExample } from "./AddExample";
import styles from "./trial.module.css";

const words = text.admin.trial;
const percent = (share: number) => `${Math.round(share * 100)} %`;

export function TrialResult({ trial }: { trial: Trial }) {
  const { why } = trial;
  return (
    <div className={styles.result}>
      <div className={styles.verdict}>
        <b>{words.outcome[trial.outcome]}</b>
        <span className="quiet">
          {percent(trial.confidence)} · {text.admin.languages[trial.language]}
        </span>
      </div>
      {trial.answers.map((answer) => (
        <div key={answer.topic} className={styles.answer}>
          {answer.card?.kind === "crisis" && <b>{answer.card.title}</b>}
          <p>{answer.text}</p>
          <div className={styles.choices}>
            {answer.choices.map((choice) => (
              <span key={choice.id}>{choice.label}</span>
            ))}
          </div>
        </div>
      ))}
      {trial.answers.length === 0 && <p className="quiet">{words.noAnswer}</p>}
      {why.repaired && why.repaired.length > 0 && (
        <p className="quiet">
          {words.repaired} {why.repaired.map(({ from, to }) => `${from} → ${to}`).join(", ")}
        </p>
      )}
      {trial.candidates.length > 0 && <h3>{words.candidates}</h3>}
      <ul className={styles.candidates}>
        {trial.candidates.map((candidate) => (
          <li key={candidate.id}>
            <Go to={addresses.admin("topics", candidate.id)}>
              <TopicName id={candidate.id} title={candidate.title} />
            </Go>
            <Group gap={8} wrap="nowrap">
              <Progress
                value={candidate.score * 100}
                flex={1}
                aria-label={`${candidate.title} ${percent(candidate.score)}`}
              />
              <span className={styles.score}>{percent(candidate.score)}</span>
            </Group>
          </li>
        ))}
      </ul>
      {why.words.length > 0 && <h3>{words.words}</h3>}
      <Group gap={4}>
        {why.words.map(({ word, weight }) => (
          <Badge key={word} variant="default" tt="none" fw={500}>
            {word} <span className="quiet">{weight.toFixed(1)}</span>
          </Badge>
        ))}
      </Group>
      {trial.nearest.length > 0 && <h3>{words.nearest}</h3>}
      <ul className={styles.nearest}>
        {trial.nearest.map((near) => (
          <li key={`${near.topic} ${near.example}`}>
            <span>“{near.example}”</span>
            <span className="id">{near.topic}</span>
            <span className={styles.score}>{percent(near.similarity)}</span>
          </li>
        ))}
      </ul>
      <AddExample trial={trial} />
    </div>
  );
}
