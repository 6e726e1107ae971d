// SPDX-License-Identifier: Apache-2.0
// Changing one's own password, in a dialog.
import { Alert, Button, Modal, PasswordInput, Stack } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { post } from "../app/rest";
import { text } from "../text";
import { NewPassword, passwordTrouble } from "./NewPassword";
import { useForm } from "./useForm";

const words = text.session;

export function ChangePassword({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [old, setOld] = useState("");
  const [passwords, setPasswords] = useState({ first: "", second: "" });
  const form = useForm(async () => {
    const trouble = passwordTrouble(passwords);
    if (trouble) return form.setTrouble(trouble);
    await post("password", { old, new: passwords.first });
    setOld("");
    setPasswords({ first: "", second: "" });
    onClose();
    notifications.show({ message: words.changed });
  });
  return (
    <Modal opened={opened} onClose={onClose} title={words.changeTitle}>
      <form onSubmit={form.submit}>
        <Stack>
          <PasswordInput
            label={words.oldPassword}
            autoComplete="current-password"
            required
            withAsterisk={false}
            value={old}
            onChange={(event) => setOld(event.currentTarget.value)}
          />
          <NewPassword value={passwords} onChange={setPasswords} />
          {form.trouble && (
            <Alert color="red" role="alert">
              {form.trouble}
            </Alert>
          )}
          <Button type="submit" loading={form.busy}>
            {words.change}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
