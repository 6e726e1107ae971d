// SPDX-License-Identifier: Apache-2.0
// The page behind the one-time link that the first start prints.
import { Alert, Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { Go } from "../app/Go";
import { addresses, navigate } from "../app/route";
import { text } from "../text";
import { NewPassword, passwordTrouble } from "./NewPassword";
import { SessionCard } from "./SessionCard";
import { becomeFirstAdmin } from "./session";
import { useForm } from "./useForm";

const words = text.session;

export function FirstAdminPage({ token }: { token: string }) {
  const [name, setName] = useState("");
  const [username, setUsername] = useState("");
  const [passwords, setPasswords] = useState({ first: "", second: "" });
  const form = useForm(
    async () => {
      const trouble = passwordTrouble(passwords);
      if (trouble) return form.setTrouble(trouble);
      await becomeFirstAdmin({ token, name, username, password: passwords.first });
      navigate(addresses.desk, "replace");
    },
    ({ status, detail }) => (status === 410 ? words.firstAdminGone : detail),
  );
  return (
    <SessionCard title={words.firstAdminTitle} lead={words.firstAdminLead}>
      {!token && <Alert color="red">{words.noToken}</Alert>}
      <form onSubmit={form.submit}>
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
        <NewPassword value={passwords} onChange={setPasswords} />
        {form.trouble && (
          <Alert color="red" role="alert">
            {form.trouble}
          </Alert>
        )}
        <Button type="submit" size="md" loading={form.busy} disabled={!token}>
          {words.create}
        </Button>
        <Go to={addresses.desk}>{words.toSignIn}</Go>
      </form>
    </SessionCard>
  );
}
