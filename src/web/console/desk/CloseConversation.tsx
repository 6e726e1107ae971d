// SPDX-License-Identifier: Apache-2.0
// "Close this conversation?"
import { Confirm } from "../parts/Confirm";
import { text } from "../text";
import { command } from "./link";
import type { Asking } from "./useAsk";

const words = text.desk;

export function CloseConversation(props: { conversation: string; asking: Asking }) {
  const { conversation, asking } = props;
  return (
    <Confirm
      opened={asking.asked}
      title={words.closeAsk}
      lead={words.closeAskLead}
      yes={words.closeLong}
      onNo={asking.answered}
      onYes={() => {
        command({ type: "close", conversation });
        asking.answered();
      }}
    />
  );
}
