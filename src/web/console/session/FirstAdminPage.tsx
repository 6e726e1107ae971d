// SPDX-License-Identifier: Apache-2.0
// The page behind the one-time link that the first start prints.
import { useState } from "react";
import { text } from "../text";
import { OneTimeLinkCard } from "./OneTimeLinkCard";
import { PersonFields } from "./PersonFields";
import { becomeFirstAdmin } from "./session";

const words = text.session;

export function FirstAdminPage({ token }: { token: string }) {
  const [person, setPerson] = useState({ name: "", username: "" });
  return (
    <OneTimeLinkCard
      token={token}
      title={words.firstAdminTitle}
      lead={words.firstAdminLead}
      go={words.create}
      send={(password) => becomeFirstAdmin({ token, ...person, password })}
      explain={({ status, detail }) => (status === 410 ? words.firstAdminGone : detail)}
    >
      <PersonFields value={person} onChange={setPerson} words={words} own />
    </OneTimeLinkCard>
  );
}
