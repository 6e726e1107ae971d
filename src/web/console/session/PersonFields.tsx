// SPDX-License-Identifier: Apache-2.0
// Name and user name of a new person: the first admin's own, or somebody's who is invited.
import { TextInput } from "@mantine/core";

export interface NewPerson {
  name: string;
  username: string;
}

export function PersonFields(props: {
  value: NewPerson;
  onChange: (value: NewPerson) => void;
  words: { name: string; nameHint: string; username: string; usernameHint?: string };
  /** The browser may fill in its owner's names; for somebody else they would be wrong. */
  own: boolean;
}) {
  const { value, onChange, words, own } = props;
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameHint}
        autoComplete={own ? "name" : "off"}
        required
        withAsterisk={false}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
      />
      <TextInput
        label={words.username}
        description={words.usernameHint}
        autoComplete={own ? "username" : "off"}
        autoCapitalize="none"
        required
        withAsterisk={false}
        value={value.username}
        onChange={(event) => onChange({ ...value, username: event.currentTarget.value })}
      />
    </>
  );
}
