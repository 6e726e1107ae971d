// SPDX-License-Identifier: Apache-2.0
// Who may sign in.
import { Button, Table } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import type { MemberPage } from "../../../shared/wire";
import { get } from "../../app/rest";
import { useLoad } from "../../app/useLoad";
import { Empty } from "../../parts/Empty";
import { Failed } from "../../parts/Failed";
import { Loading } from "../../parts/Loading";
import { text } from "../../text";
import { PageHead } from "../PageHead";
import { InvitePerson } from "./InvitePerson";
import { OneTimeLink } from "./OneTimeLink";
import { PersonRow } from "./PersonRow";
import styles from "./people.module.css";

const words = text.admin.people;
const pageSize = 200;

export function PeoplePage() {
  const load = useCallback(() => get<MemberPage>(`people?limit=${pageSize}`), []);
  const asked = useLoad(load);
  const [inviting, setInviting] = useState(false);
  const [link, setLink] = useState<{ name: string; link: string } | null>(null);
  return (
    <div>
      <PageHead title={text.admin.parts.people} lead={words.lead}>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setInviting(true)}>
          {words.invite}
        </Button>
      </PageHead>
      {asked.phase === "loading" && <Loading lines={4} />}
      {asked.phase === "failed" && <Failed detail={asked.detail} again={asked.again} />}
      {asked.phase === "loaded" && asked.value.items.length === 0 && <Empty title={words.empty} />}
      {asked.phase === "loaded" && asked.value.items.length > 0 && (
        <Table verticalSpacing="sm" className={styles.people ?? ""}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.name}</Table.Th>
              <Table.Th>{words.role}</Table.Th>
              <Table.Th>{words.lastLogin}</Table.Th>
              <Table.Th>{words.state}</Table.Th>
              <Table.Th>
                <span className="unseen">{words.actionsColumn}</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {asked.value.items.map((person) => (
              <PersonRow key={person.id} person={person} onChanged={asked.again} onLink={setLink} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {inviting && (
        <InvitePerson
          onClose={() => setInviting(false)}
          onInvited={(invited) => {
            setInviting(false);
            setLink(invited);
            asked.again();
          }}
        />
      )}
      {link && <OneTimeLink {...link} onClose={() => setLink(null)} />}
    </div>
  );
}
