// SPDX-License-Identifier: Apache-2.0
// The link that is shown once, to copy.
import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { text } from "../../text";

const words = text.admin.people;

export function OneTimeLink(props: { name: string; link: string; onClose: () => void }) {
  const { name, link, onClose } = props;
  return (
    <Modal opened onClose={onClose} title={<b>{words.linkTitle}</b>} closeOnClickOutside={false}>
      <Stack>
        <Text size="sm">{words.linkLead(name)}</Text>
        <Group gap={8} wrap="nowrap">
          <TextInput
            flex={1}
            readOnly
            aria-label={words.linkTitle}
            value={link}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={link}>
            {({ copied, copy }) => (
              <Button variant={copied ? "default" : "filled"} onClick={copy}>
                {copied ? text.common.copied : text.common.copy}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {words.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
