// SPDX-License-Identifier: Apache-2.0
// A new topic: an id for ever, and its titles.
import { Button, Group, Modal, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Intent } from "../../../shared/wire";
import { addresses, navigate } from "../../app/route";
import { text } from "../../text";
import { edit, useDraftRules } from "../rulesStore";

const words = text.admin.topics;
const kinds: Intent["kind"][] = ["medical", "practical", "smalltalk", "action"];

export function NewTopic({ onClose }: { onClose: () => void }) {
  const rules = useDraftRules();
  const [id, setId] = useState("");
  const [en, setEn] = useState("");
  const [es, setEs] = useState("");
  const [kind, setKind] = useState<Intent["kind"]>("practical");
  const taken = rules.intents.some((topic) => topic.id === id);
  const wellFormed = /^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$/.test(id);
  function create(event: FormEvent) {
    event.preventDefault();
    const value: Intent = {
      id,
      title: { en, es },
      kind,
      examples: { en: [], es: [] },
      answers: { en: [{ text: "" }], es: [{ text: "" }] },
      action: null,
      ...(kind === "medical" ? { review: emptyReview() } : {}),
    };
    edit({ part: "intents", key: id, value });
    onClose();
    navigate(addresses.admin("topics", id));
  }
  return (
    <Modal opened onClose={onClose} title={<b>{words.newTitle}</b>}>
      <form onSubmit={create}>
        <Stack>
          <TextInput
            label={words.newId}
            description={words.newIdHint}
            placeholder="clinic.parking"
            value={id}
            error={taken ? words.newIdTaken : id && !wellFormed ? words.newIdWrong : null}
            onChange={(event) => setId(event.currentTarget.value.toLowerCase())}
          />
          <TextInput
            label={words.newName(text.admin.languages.en)}
            required
            value={en}
            onChange={(event) => setEn(event.currentTarget.value)}
          />
          <TextInput
            label={words.newName(text.admin.languages.es)}
            required
            value={es}
            onChange={(event) => setEs(event.currentTarget.value)}
          />
          <Select
            label={text.admin.topic.kind}
            description={text.admin.topic.kindHint[kind]}
            data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
            allowDeselect={false}
            value={kind}
            onChange={(value) => setKind(value as Intent["kind"])}
          />
          <Group justify="flex-end">
            <Button type="submit" disabled={!wellFormed || taken}>
              {words.newGo}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Half a year: facts about medicines age (the shipped rules use the same span). */
export function emptyReview(): NonNullable<Intent["review"]> {
  const today = new Date();
  const until = new Date(today);
  until.setMonth(until.getMonth() + 6);
  const day = (date: Date) => date.toISOString().slice(0, 10);
  return { sources: [], by: null, on: day(today), until: day(until) };
}
