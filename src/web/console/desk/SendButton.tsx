// SPDX-License-Identifier: Apache-2.0
// Sends a reply or keeps a note; a note's button looks different too.
import { Button } from "@mantine/core";
import { text } from "../text";

export function SendButton(props: {
  kind: "say" | "note";
  disabled: boolean;
  onClick: () => void;
}) {
  const note = props.kind === "note";
  return (
    <Button
      onClick={props.onClick}
      disabled={props.disabled}
      {...(note ? { variant: "default" } : {})}
    >
      {note ? text.desk.saveNote : text.desk.send}
    </Button>
  );
}
