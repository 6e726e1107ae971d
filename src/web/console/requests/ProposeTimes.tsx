// SPDX-License-Identifier: Apache-2.0
// Proposing one to three times; the visitor chooses in the chat.
import { ActionIcon, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { ConsolePropose, Request } from "../../shared/wire";
import { command } from "../desk/link";
import { appointment, wallNow, wallToUtc } from "../parts/time";
import { text } from "../text";
import { toVisitor } from "../text/en/requests";
import { PickTime } from "./PickTime";
import styles from "./requests.module.css";
import { VisitorSees } from "./VisitorSees";
import { WishLine } from "./WishLine";

const words = text.requests;
const timesMax = 3;

interface Row {
  key: number;
  wall: string | null;
}
const nextKey = (rows: Row[]) => Math.max(...rows.map((row) => row.key)) + 1;

export function ProposeTimes({ request, onDone }: { request: Request; onDone: () => void }) {
  const visitor = toVisitor[request.language];
  const [rows, setRows] = useState<Row[]>([{ key: 0, wall: null }]);
  const times = rows.map((row) => row.wall);
  const chosen = times.filter((time) => time !== null).sort();
  const troubles = times.map((time, index) => troubleOf(time, times.slice(0, index)));
  const ready = chosen.length > 0 && troubles.every((trouble) => trouble === null);
  const set = (key: number, wall: string | null) =>
    setRows(rows.map((row) => (row.key === key ? { key, wall } : row)));
  function send() {
    const utc = chosen.map(wallToUtc) as ConsolePropose["times"];
    const { conversation, id } = request;
    command({ type: "propose", conversation, request: id, times: utc });
    onDone();
  }
  return (
    <Modal opened onClose={onDone} title={<b>{words.proposeTitle(request.name)}</b>} size="md">
      <Stack>
        <WishLine request={request} />
        {rows.map(({ key }, index) => (
          <Group key={key} align="flex-end" gap={6} wrap="nowrap">
            <PickTime
              label={words.time(index + 1)}
              error={troubles[index] ?? null}
              onChange={(wall) => set(key, wall)}
            />
            {rows.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="input-sm"
                aria-label={words.removeTime(index + 1)}
                onClick={() => setRows(rows.filter((row) => row.key !== key))}
              >
                <IconTrash size={18} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {rows.length < timesMax && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={16} />}
            style={{ alignSelf: "flex-start" }}
            onClick={() => setRows([...rows, { key: nextKey(rows), wall: null }])}
          >
            {words.addTime}
          </Button>
        )}
        <VisitorSees>
          {visitor.offer}
          <div className={styles.seesChoices}>
            {chosen.map((time) => (
              <span key={time}>{appointment(wallToUtc(time), request.language)}</span>
            ))}
            <span>{visitor.none}</span>
          </div>
        </VisitorSees>
        <Text size="sm" c="dimmed">
          {words.proposeAfter}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {text.common.cancel}
          </Button>
          <Button disabled={!ready} onClick={send}>
            {words.sendProposal}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

export function troubleOf(time: string | null, earlier: (string | null)[]): string | null {
  if (time === null) return null;
  if (time <= wallNow()) return words.past;
  return earlier.includes(time) ? words.same : null;
}
