// SPDX-License-Identifier: Apache-2.0
// The changes, what the check says about them, and publishing with a note.
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { Finding, Published } from "../../../shared/wire";
import { call, Refusal } from "../../app/rest";
import { text } from "../../text";
import { conflictsOf, draftOf, editedItems } from "../edits";
import { loadRules, revertAll, usePublished, useRulesStore } from "../rulesStore";
import { ChangeList } from "./ChangeList";
import { FindingsList } from "./FindingsList";
import { useCheck } from "./useCheck";

const words = text.admin.draft;

export function PublishDialog(props: { which: "rules" | "safety"; onClose: () => void }) {
  const { which, onClose } = props;
  const rules = usePublished();
  const edits = useRulesStore((state) => state.edits);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [waits, setWaits] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [refused, setRefused] = useState<Finding[] | null>(null);
  const draft = draftOf(edits, rules, which);
  const mine = (item: { part: string }) => (item.part === "responses") === (which === "safety");
  const items = editedItems(edits, rules).filter(mine);
  const conflicts = conflictsOf(edits, rules).filter(mine);
  const check = useCheck(draft);
  const findings = refused ?? (check.phase === "loaded" ? check.value : []);
  const errors = findings.filter((finding) => finding.severity === "error").length;

  async function publish() {
    setBusy(true);
    setTrouble(null);
    try {
      const tag = { "If-Match": `"${rules.revision}"` };
      const { body } = await call<Published>("POST", "rules/publish", { draft, note }, tag, () =>
        setWaits(true),
      );
      revertAll(items);
      await loadRules();
      notifications.show({ message: words.published(body.revision) });
      onClose();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 412) await loadRules();
      if (error.status === 422) setRefused(error.findings);
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
      setWaits(false);
    }
  }

  return (
    <Modal opened onClose={onClose} size="lg" title={<b>{words.publishTitle}</b>}>
      <Stack>
        <Text size="sm">{which === "safety" ? words.safetyLead : words.publishLead}</Text>
        <ChangeList items={items} onGo={onClose} />
        {conflicts.length > 0 && <Alert color="yellow">{words.conflict(conflicts.length)}</Alert>}
        <section aria-label={words.checkTitle} aria-live="polite">
          <b>{words.checkTitle}</b>
          {check.phase === "loading" && <Text c="dimmed">{words.checking}</Text>}
          {check.phase === "failed" && (
            <Alert color="red" role="alert">
              {check.detail}{" "}
              <Button size="compact-xs" variant="default" onClick={check.again}>
                {text.common.tryAgain}
              </Button>
            </Alert>
          )}
          {check.phase === "loaded" && findings.length === 0 && <Text>{words.checkClean}</Text>}
          <FindingsList findings={findings} onGo={onClose} />
        </section>
        <Textarea
          label={words.note}
          description={words.noteHint}
          autosize
          minRows={2}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {trouble && (
          <Alert color={errors ? "red" : "yellow"} role="alert">
            {trouble}
          </Alert>
        )}
        {errors > 0 && !trouble && <Alert color="red">{words.hasErrors}</Alert>}
        <Group justify="flex-end">
          <Text size="sm" role="status">
            {waits && words.stillPublishing}
          </Text>
          <Button variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <Button
            loading={busy}
            disabled={errors > 0 || note.trim() === "" || items.length === 0}
            onClick={publish}
          >
            {words.publish}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function troubleOf(error: Refusal): string {
  if (error.status === 412) return words.meanwhile;
  return error.status === 422 ? words.hasErrors : error.detail;
}
