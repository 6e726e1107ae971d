// SPDX-License-Identifier: Apache-2.0
// Narrows the list below it while one types.
import { TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";

export function SearchField(props: {
  hint: string;
  query: string;
  onChange: (query: string) => void;
}) {
  return (
    <TextInput
      flex={1}
      miw={220}
      type="search"
      leftSection={<IconSearch size={16} />}
      aria-label={props.hint}
      placeholder={props.hint}
      value={props.query}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
