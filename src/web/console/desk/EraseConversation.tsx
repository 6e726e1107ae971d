// SPDX-License-Identifier: Apache-2.0
// Erasing for ever, for admins; the word has to be typed.
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { call, Refusal } from "../app/rest";
import { addresses, navigate } from "../app/route";
import { Confirm } from "../parts/Confirm";
import { text } from "../text";
import type { Asking } from "./useAsk";

const words = text.desk;

export function EraseConversation(props: { conversation: string; asking: Asking }) {
  const { conversation, asking } = props;
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  async function erase() {
    setBusy(true);
    try {
      await call("DELETE", `conversations/${encodeURIComponent(conversation)}`);
      asking.answered();
      navigate(addresses.desk);
    } catch (error) {
      setTrouble(error instanceof Refusal ? error.detail : String(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Confirm
      opened={asking.asked}
      title={words.eraseAsk}
      lead={words.eraseLead}
      yes={words.erase}
      danger
      busy={busy}
      disabled={typed !== words.eraseWord}
      onNo={asking.answered}
      onYes={erase}
    >
      <TextInput
        mt="md"
        label={words.eraseField}
        value={typed}
        error={trouble}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </Confirm>
  );
}
