// SPDX-License-Identifier: Apache-2.0
// Inviting a person: name, user name, role; the answer is a one-time link.
import { Alert, Button, Group, Modal, SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import type { MemberLink, Role } from "../../../shared/wire";
import { post } from "../../app/rest";
import { PersonFields } from "../../session/PersonFields";
import { useForm } from "../../session/useForm";
import { text } from "../../text";

const words = text.admin.people;

export function InvitePerson(props: {
  onClose: () => void;
  onInvited: (invited: { name: string; link: string }) => void;
}) {
  const [person, setPerson] = useState({ name: "", username: "" });
  const [role, setRole] = useState<Role>("staff");
  const form = useForm(async () => {
    const { link } = await post<MemberLink>("people", { ...person, role });
    props.onInvited({ name: person.name, link });
  });
  return (
    <Modal opened onClose={props.onClose} title={<b>{words.invite}</b>}>
      <form onSubmit={form.submit}>
        <Stack>
          <PersonFields value={person} onChange={setPerson} words={words} own={false} />
          <SegmentedControl
            aria-label={words.role}
            value={role}
            onChange={(value) => setRole(value as Role)}
            data={[
              { value: "staff", label: words.roles.staff },
              { value: "admin", label: words.roles.admin },
            ]}
          />
          {form.trouble && (
            <Alert color="red" role="alert">
              {form.trouble}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button type="submit" loading={form.busy}>
              {words.send}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
