// SPDX-License-Identifier: Apache-2.0
// One person, with what can be done: role, disabling, a new password.
import { ActionIcon, Badge, Menu, Table } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDots } from "@tabler/icons-react";
import { useState } from "react";
import type { Member, MemberPatch, ResetLink } from "../../../shared/wire";
import { call, post, Refusal } from "../../app/rest";
import { Confirm } from "../../parts/Confirm";
import { When } from "../../parts/When";
import { useSession } from "../../session/session";
import { text } from "../../text";

const words = text.admin.people;

export function PersonRow(props: {
  person: Member;
  onChanged: () => void;
  onLink: (link: { name: string; link: string }) => void;
}) {
  const { person } = props;
  const me = useSession(({ session }) => session.phase === "in" && session.me.id === person.id);
  const [asking, setAsking] = useState<"disable" | "reset" | null>(null);
  const address = `people/${encodeURIComponent(person.id)}`;

  async function attempt(step: () => Promise<unknown>) {
    setAsking(null);
    try {
      await step();
      props.onChanged();
    } catch (error) {
      const message = error instanceof Refusal ? error.detail : String(error);
      notifications.show({ color: "red", message });
    }
  }
  const change = (patch: MemberPatch) => attempt(() => call("PATCH", address, patch));
  const reset = () =>
    attempt(async () => {
      const { link } = await post<ResetLink>(`${address}/reset`, {});
      props.onLink({ name: person.name, link });
    });
  const otherRole = person.role === "admin" ? "staff" : "admin";

  return (
    <Table.Tr>
      <Table.Td>
        <b>{person.name}</b>{" "}
        {me && (
          <Badge variant="default" tt="none">
            {words.you}
          </Badge>
        )}
        <div className="quiet">{person.username}</div>
      </Table.Td>
      <Table.Td data-label={words.role}>{words.roles[person.role]}</Table.Td>
      <Table.Td data-label={words.lastLogin}>
        {person.last_login ? <When at={person.last_login} /> : words.never}
      </Table.Td>
      <Table.Td data-label={words.state} className={person.disabled ? "quiet" : undefined}>
        {person.disabled ? words.disabled : words.active}
      </Table.Td>
      <Table.Td align="right">
        {!me && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={words.actions(person.name)}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => change({ role: otherRole })}>
                {otherRole === "admin" ? words.makeAdmin : words.makeStaff}
              </Menu.Item>
              <Menu.Item onClick={() => setAsking("reset")}>{words.reset}</Menu.Item>
              {person.disabled ? (
                <Menu.Item onClick={() => change({ disabled: false })}>{words.enable}</Menu.Item>
              ) : (
                <Menu.Item color="red" onClick={() => setAsking("disable")}>
                  {words.disable}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
        <Confirm
          opened={asking === "disable"}
          title={words.disableAsk(person.name)}
          lead={words.disableLead}
          yes={words.disable}
          danger
          onNo={() => setAsking(null)}
          onYes={() => change({ disabled: true })}
        />
        <Confirm
          opened={asking === "reset"}
          title={words.resetAsk(person.name)}
          lead={words.resetLead}
          yes={words.reset}
          onNo={() => setAsking(null)}
          onYes={reset}
        />
      </Table.Td>
    </Table.Tr>
  );
}
