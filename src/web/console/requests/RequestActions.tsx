// SPDX-License-Identifier: Apache-2.0
// The next step of a request: propose times, confirm one, or decline.
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import type { Request } from "../../shared/wire";
import { useDesk } from "../desk/store";
import { text } from "../text";
import { ConfirmTime } from "./ConfirmTime";
import { DeclineRequest } from "./DeclineRequest";
import { ProposeTimes } from "./ProposeTimes";
import styles from "./requests.module.css";

const words = text.requests;

export function RequestActions({ request }: { request: Request }) {
  const [step, setStep] = useState<"propose" | "confirm" | "decline" | null>(null);
  const outgoing = useDesk((state) => state.outgoing);
  const underWay = (type: string) =>
    outgoing.some(
      ({ command }) =>
        command.type === type && "request" in command && command.request === request.id,
    );
  if (request.status !== "open" && request.status !== "proposed") return null;
  const close = () => setStep(null);
  return (
    <Group gap={8} className={styles.actions}>
      <Button
        size="xs"
        variant={request.status === "open" ? "filled" : "default"}
        loading={underWay("propose")}
        onClick={() => setStep("propose")}
      >
        {request.status === "open" ? words.propose : words.proposeAgain}
      </Button>
      <Button
        size="xs"
        variant="default"
        loading={underWay("confirm")}
        onClick={() => setStep("confirm")}
      >
        {words.confirm}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        loading={underWay("decline")}
        onClick={() => setStep("decline")}
      >
        {words.decline}
      </Button>
      {step === "propose" && <ProposeTimes request={request} onDone={close} />}
      {step === "confirm" && <ConfirmTime request={request} onDone={close} />}
      {step === "decline" && <DeclineRequest request={request} onDone={close} />}
    </Group>
  );
}
