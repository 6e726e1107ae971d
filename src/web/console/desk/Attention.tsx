// SPDX-License-Identifier: Apache-2.0
// Calls a person who looks elsewhere: the count in the title, a sound, and a line for screen readers.
import { useEffect, useRef, useState } from "react";
import { text } from "../text";
import { callers } from "./sections";
import { ring } from "./sound";
import { useDesk } from "./store";

const words = text.desk;

export function Attention() {
  const conversations = useDesk((state) => state.conversations);
  const loaded = useDesk((state) => state.me !== null);
  const known = useRef<Set<string> | null>(null);
  const [said, setSaid] = useState("");

  useEffect(() => {
    const calling = callers({ conversations });
    const alerts = calling.filter((caller) => caller.alert).length;
    document.title = alerts
      ? words.titleAlert(alerts)
      : calling.length
        ? words.titleWaiting(calling.length)
        : text.common.product;
    if (!loaded) return;
    // An alert on a conversation that already waited is news; the first snapshot is not.
    const keys = new Set(calling.map((caller) => `${caller.id} ${caller.alert}`));
    const fresh = calling.filter((caller) => !known.current?.has(`${caller.id} ${caller.alert}`));
    const first = known.current === null;
    known.current = keys;
    if (fresh.length === 0 || (first && alerts === 0)) return;
    const alert = fresh.some((caller) => caller.alert);
    ring(alert ? "alert" : "waiting");
    setSaid(alert ? words.heardAlert : words.heardWaiting);
  }, [conversations, loaded]);

  useEffect(
    () => () => {
      document.title = text.common.product;
    },
    [],
  );

  return (
    <div className="unseen" role="status">
      {said}
    </div>
  );
}
