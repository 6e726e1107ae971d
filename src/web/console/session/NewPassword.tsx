// SPDX-License-Identifier: Apache-2.0
// A new password, written twice.
import { PasswordInput } from "@mantine/core";
import { text } from "../text";

const words = text.session;
/** NIST SP 800-63B asks for 8 or more, and advises longer; the server holds the same line. */
const lengthMin = 12;

export interface TwoPasswords {
  first: string;
  second: string;
}

/** What is wrong with them, or null. */
export function passwordTrouble({ first, second }: TwoPasswords): string | null {
  if (first.length < lengthMin) return words.passwordShort;
  return first === second ? null : words.passwordDiffers;
}

export function NewPassword(props: {
  value: TwoPasswords;
  onChange: (value: TwoPasswords) => void;
}) {
  const { value, onChange } = props;
  return (
    <>
      <PasswordInput
        label={words.newPassword}
        description={words.passwordHint}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={value.first}
        onChange={(event) => onChange({ ...value, first: event.currentTarget.value })}
      />
      <PasswordInput
        label={words.passwordAgain}
        autoComplete="new-password"
        required
        withAsterisk={false}
        value={value.second}
        onChange={(event) => onChange({ ...value, second: event.currentTarget.value })}
      />
    </>
  );
}
