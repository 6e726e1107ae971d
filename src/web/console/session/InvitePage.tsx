// SPDX-License-Identifier: Apache-2.0
// The page behind an invitation or a reset link: choose a password.
import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import { Go } from "../app/Go";
import { addresses, navigate } from "../app/route";
import { text } from "../text";
import { NewPassword, passwordTrouble } from "./NewPassword";
import { SessionCard } from "./SessionCard";
import { acceptInvitation } from "./session";
import { useForm } from "./useForm";

const words = text.session;

export function InvitePage({ token }: { token: string }) {
  const [passwords, setPasswords] = useState({ first: "", second: "" });
  const form = useForm(
    async () => {
      const trouble = passwordTrouble(passwords);
      if (trouble) return form.setTrouble(trouble);
      await acceptInvitation({ token, password: passwords.first });
      navigate(addresses.desk, "replace");
    },
    ({ status, detail }) => (status === 410 || status === 404 ? words.gone : detail),
  );
  return (
    <SessionCard title={words.inviteTitle} lead={words.inviteLead}>
      {!token && <Alert color="red">{words.noToken}</Alert>}
      <form onSubmit={form.submit}>
        <NewPassword value={passwords} onChange={setPasswords} />
        {form.trouble && (
          <Alert color="red" role="alert">
            {form.trouble}
          </Alert>
        )}
        <Button type="submit" size="md" loading={form.busy} disabled={!token}>
          {words.inviteGo}
        </Button>
        <Go to={addresses.desk}>{words.toSignIn}</Go>
      </form>
    </SessionCard>
  );
}
