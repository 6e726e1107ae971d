// SPDX-License-Identifier: Apache-2.0
// One form that is sent once: busy while under way, a sentence when refused.
import { type FormEvent, useState } from "react";
import { Refusal } from "../app/rest";

/** `explain` may turn a status into a better sentence than the server's. */
export function useForm(
  send: () => Promise<void>,
  explain: (refusal: Refusal) => string = (refusal) => refusal.detail,
) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  async function submit(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setTrouble(null);
    try {
      await send();
    } catch (error) {
      setTrouble(error instanceof Refusal ? explain(error) : String(error));
    } finally {
      setBusy(false);
    }
  }
  return { busy, trouble, setTrouble, submit };
}
