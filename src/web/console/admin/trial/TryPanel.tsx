// SPDX-License-Identifier: Apache-2.0
// "Try a message": runs against the rules with the draft on top, and says why.
import { ActionIcon, Alert, Button, Group, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import type { Lang, Trial } from "../../../shared/wire";
import { post, Refusal } from "../../app/rest";
import { text } from "../../text";
import { draftOf } from "../edits";
import { usePublished, useRulesStore } from "../rulesStore";
import { TrialResult } from "./TrialResult";
import styles from "./trial.module.css";

const words = text.admin.trial;
type Wish = Lang | "auto";

export function TryPanel({ onClose }: { onClose: () => void }) {
  const rules = usePublished();
  const edits = useRulesStore((state) => state.edits);
  const [message, setMessage] = useState("");
  const [language, setLanguage] = useState<Wish>("auto");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);

  async function run() {
    if (!message.trim()) return;
    setBusy(true);
    setTrouble(null);
    const wish = language === "auto" ? {} : { language };
    const draft = draftOf(edits, rules, "all");
    try {
      setTrial(await post<Trial>("rules/try", { draft, text: message.trim(), ...wish }));
    } catch (error) {
      setTrouble(error instanceof Refusal ? error.detail : String(error));
    } finally {
      setBusy(false);
    }
  }
  function press(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    run();
  }

  return (
    <div>
      <div className={styles.head}>
        <h2>{words.title}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={words.close} onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </div>
      <p className="quiet">{words.lead}</p>
      <Stack gap="sm">
        <Textarea
          aria-label={words.field}
          placeholder={words.placeholder}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          onKeyDown={press}
        />
        <Group justify="space-between">
          <SegmentedControl
            size="xs"
            aria-label={words.language}
            value={language}
            onChange={(value) => setLanguage(value as Wish)}
            data={[
              { value: "auto", label: words.auto },
              { value: "en", label: "EN" },
              { value: "es", label: "ES" },
            ]}
          />
          <Button loading={busy} disabled={!message.trim()} onClick={run}>
            {words.run}
          </Button>
        </Group>
        {trouble && (
          <Alert color="red" role="alert">
            {trouble}
          </Alert>
        )}
        <div aria-live="polite">
          {trial ? <TrialResult trial={trial} /> : <p className={styles.empty}>{words.empty}</p>}
        </div>
      </Stack>
    </div>
  );
}
