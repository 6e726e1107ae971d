// SPDX-License-Identifier: Apache-2.0
// The sign-in page; also what is left of the console when a session ends.
import { Alert, Button, PasswordInput, TextInput } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { text } from "../text";
import { SessionCard } from "./SessionCard";
import { signIn } from "./session";
import { useForm } from "./useForm";

const words = text.session;

export function SignIn({ ended }: { ended: boolean }) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const form = useForm(
    () => signIn({ username, password }),
    ({ status, detail }) =>
      status === 401 ? words.wrong : status === 429 ? words.tooMany : detail,
  );
  return (
    <SessionCard title={words.signInTitle} {...(ended ? {} : { lead: words.signInLead })}>
      {ended && (
        <Alert mt="md" icon={<IconLock size={18} />} title={words.endedTitle}>
          {words.ended}
        </Alert>
      )}
      <form onSubmit={form.submit}>
        <TextInput
          label={words.username}
          autoComplete="username"
          autoCapitalize="none"
          required
          withAsterisk={false}
          data-autofocus
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label={words.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {form.trouble && (
          <Alert color="red" role="alert">
            {form.trouble}
          </Alert>
        )}
        <Button type="submit" size="md" loading={form.busy}>
          {words.signIn}
        </Button>
      </form>
    </SessionCard>
  );
}
