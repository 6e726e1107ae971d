// SPDX-License-Identifier: Apache-2.0
// Confirming a time: one that was proposed, or another agreed on by telephone.
import { Button, Group, Modal, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import type { Request } from "../../shared/wire";
import { command } from "../desk/link";
import { appointment, wallToUtc } from "../parts/time";
import { text } from "../text";
import { toVisitor } from "../text/en/requests";
import { PickTime } from "./PickTime";
import { troubleOf } from "./ProposeTimes";
import { VisitorSees } from "./VisitorSees";
import { WishLine } from "./WishLine";

const words = text.requests;
const other = "other";

export function ConfirmTime({ request, onDone }: { request: Request; onDone: () => void }) {
  const proposed = request.proposed ?? [];
  const [choice, setChoice] = useState(proposed[0]?.at ?? other);
  const [wall, setWall] = useState<string | null>(null);
  const trouble = troubleOf(wall, []);
  const at = choice !== other ? choice : wall && !trouble ? wallToUtc(wall) : null;
  function send() {
    if (!at) return;
    const { conversation, id } = request;
    command({ type: "confirm", conversation, request: id, at });
    onDone();
  }
  return (
    <Modal opened onClose={onDone} title={<b>{words.confirmTitle(request.name)}</b>} size="md">
      <Stack>
        <WishLine request={request} />
        {proposed.length > 0 && (
          <Radio.Group value={choice} onChange={setChoice} label={words.appointment}>
            <Stack gap={8} mt={6}>
              {proposed.map((time) => (
                <Radio key={time.id} value={time.at} label={appointment(time.at)} />
              ))}
              <Radio value={other} label={words.confirmOther} />
            </Stack>
          </Radio.Group>
        )}
        {choice === other && (
          <PickTime label={words.appointment} error={trouble} onChange={setWall} />
        )}
        <VisitorSees>
          {at
            ? toVisitor[request.language].confirmed(appointment(at, request.language))
            : words.confirmPick}
        </VisitorSees>
        <Group justify="flex-end">
          <Button variant="default" onClick={onDone}>
            {text.common.cancel}
          </Button>
          <Button disabled={!at} onClick={send}>
            {words.sendConfirm}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
