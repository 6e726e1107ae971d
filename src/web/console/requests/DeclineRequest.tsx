// SPDX-License-Identifier: Apache-2.0
// Declining: what the visitor will read comes before the button.
import type { Request } from "../../shared/wire";
import { command } from "../desk/link";
import { Confirm } from "../parts/Confirm";
import { text } from "../text";
import { toVisitor } from "../text/en/requests";
import { VisitorSees } from "./VisitorSees";

const words = text.requests;

export function DeclineRequest({ request, onDone }: { request: Request; onDone: () => void }) {
  const { conversation, id } = request;
  return (
    <Confirm
      opened
      title={words.declineTitle(request.name)}
      lead={words.declineHint}
      yes={words.sendDecline}
      danger
      onNo={onDone}
      onYes={() => {
        command({ type: "decline", conversation, request: id });
        onDone();
      }}
    >
      <VisitorSees>{toVisitor[request.language].declined}</VisitorSees>
    </Confirm>
  );
}
