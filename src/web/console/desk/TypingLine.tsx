// SPDX-License-Identifier: Apache-2.0
// Who types now. A sign that never ends (a lost "off") is ended here.
import { useEffect } from "react";
import { text } from "../text";
import styles from "./Conversation.module.css";
import type { OpenConversation } from "./state";
import { dispatch } from "./store";

const words = text.desk;
/** The widget repeats "on" while somebody types; silence for this long means that they stopped. */
const overMs = 8000;

export function TypingLine({ open }: { open: OpenConversation }) {
  const { visitorTyping, staffTyping } = open;
  useEffect(() => {
    if (!visitorTyping && staffTyping.length === 0) return;
    const timer = setTimeout(() => dispatch({ kind: "typing_over" }), overMs);
    return () => clearTimeout(timer);
  }, [visitorTyping, staffTyping]);
  return (
    <div className={styles.typing}>
      {visitorTyping && words.visitorTyping}{" "}
      {staffTyping.length > 0 && words.staffTyping(staffTyping.join(", "))}
    </div>
  );
}
