// SPDX-License-Identifier: Apache-2.0
// Says "read" when a person can have read it: the conversation is open and the page is in front.
import { useDocumentVisibility } from "@mantine/hooks";
import { useEffect } from "react";
import { tell } from "./link";
import { lastSeq } from "./messages";
import { dispatch, useDesk } from "./store";

export function useReadMark(id: string) {
  const visible = useDocumentVisibility() === "visible";
  const seq = useDesk((state) => (state.open?.id === id ? lastSeq(state.open.messages) : 0));
  const unread = useDesk((state) => state.conversations[id]?.unread ?? 0);
  useEffect(() => {
    if (!visible || seq === 0) return;
    tell({ type: "read", conversation: id, seq });
    if (unread > 0) dispatch({ kind: "read", conversation: id });
  }, [id, seq, unread, visible]);
}
