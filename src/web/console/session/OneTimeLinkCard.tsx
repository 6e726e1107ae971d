// SPDX-License-Identifier: Apache-2.0
// The page behind a one-time link: choose a password, and be signed in by it.
import { Alert, Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Go } from "../app/Go";
import type { Refusal } from "../app/rest";
import { addresses, navigate } from "../app/route";
import { text } from "../text";
import { NewPassword, passwordTrouble } from "./NewPassword";
import { SessionCard } from "./SessionCard";
import { useForm } from "./useForm";

const words = text.session;

export function OneTimeLinkCard(props: {
  token: string;
  title: string;
  lead: string;
  go: string;
  /** What else is asked, above the password. */
  children?: ReactNode;
  send: (password: string) => Promise<void>;
  explain: (refusal: Refusal) => string;
}) {
  const [passwords, setPasswords] = useState({ first: "", second: "" });
  const form = useForm(async () => {
    const trouble = passwordTrouble(passwords);
    if (trouble) return form.setTrouble(trouble);
    await props.send(passwords.first);
    navigate(addresses.desk, "replace");
  }, props.explain);
  return (
    <SessionCard title={props.title} lead={props.lead}>
      {!props.token && <Alert color="red">{words.noToken}</Alert>}
      <form onSubmit={form.submit}>
        {props.children}
        <NewPassword value={passwords} onChange={setPasswords} />
        {form.trouble && (
          <Alert color="red" role="alert">
            {form.trouble}
          </Alert>
        )}
        <Button type="submit" size="md" loading={form.busy} disabled={!props.token}>
          {props.go}
        </Button>
        <Go to={addresses.desk}>{words.toSignIn}</Go>
      </form>
    </SessionCard>
  );
}
