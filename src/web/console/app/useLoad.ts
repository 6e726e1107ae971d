// SPDX-License-Identifier: Apache-2.0
// Loads something by REST for a component: loading, then loaded or failed with "try again".
import { useCallback, useEffect, useState } from "react";
import { Refusal } from "./rest";

export type Load<T> =
  | { phase: "loading" }
  | { phase: "loaded"; value: T }
  | { phase: "failed"; detail: string };

/** `load` must be stable (useCallback or a module's function): a new one loads anew. */
export function useLoad<T>(load: () => Promise<T>): Load<T> & { again: () => void } {
  const [state, setState] = useState<Load<T>>({ phase: "loading" });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is how "try again" asks anew
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setState({ phase: "loaded", value }),
      (error: unknown) => {
        const detail = error instanceof Refusal ? error.detail : String(error);
        if (wanted) setState({ phase: "failed", detail });
      },
    );
    return () => {
      wanted = false;
    };
  }, [load, turn]);
  const again = useCallback(() => {
    setState((now) => (now.phase === "failed" ? { phase: "loading" } : now));
    setTurn((now) => now + 1);
  }, []);
  return { ...state, again };
}
