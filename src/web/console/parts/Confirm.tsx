// SPDX-License-Identifier: Apache-2.0
// A question before a step with consequences: it says what will happen.
import { Button, Group, Modal, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { text } from "../text";

export function Confirm(props: {
  opened: boolean;
  title: string;
  lead: string;
  yes: string;
  danger?: boolean;
  disabled?: boolean;
  busy?: boolean;
  onYes: () => void;
  onNo: () => void;
  children?: ReactNode;
}) {
  return (
    <Modal opened={props.opened} onClose={props.onNo} title={<b>{props.title}</b>}>
      <Text size="sm">{props.lead}</Text>
      {props.children}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={props.onNo}>
          {text.common.cancel}
        </Button>
        <Button
          color={props.danger ? "red.8" : undefined}
          disabled={props.disabled}
          loading={props.busy}
          onClick={props.onYes}
          data-autofocus={!props.danger || undefined}
        >
          {props.yes}
        </Button>
      </Group>
    </Modal>
  );
}
