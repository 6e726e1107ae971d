// SPDX-License-Identifier: Apache-2.0
// The page behind the one-time link that the first start prints.
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { text } from "../text";
import { OneTimeLinkCard } from "./OneTimeLinkCard";
import { becomeFirstAdmin } from "./session";

const words = text.session;

export function FirstAdminPage({ token }: { token: string }) {
  const [name, setName] = useState("");
  const [username, setUsername] = useState("");
  return (
    <OneTimeLinkCard
      token={token}
      title={words.firstAdminTitle}
      lead={words.firstAdminLead}
      go={words.create}
      send={(password) => becomeFirstAdmin({ token, name, username, password })}
      explain={({ status, detail }) => (status === 410 ? words.firstAdminGone : detail)}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        autoComplete="name"
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.username}
        description={words.usernameHint}
        autoComplete="username"
        autoCapitalize="none"
        required
        withAsterisk={false}
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
    </OneTimeLinkCard>
  );
}
