// SPDX-License-Identifier: Apache-2.0
// Tells the visitor that somebody types: on at once and again while it lasts, off after a pause.
import { useCallback, useEffect, useRef } from "react";
import { tell } from "./link";

const againMs = 3000;
const pauseMs = 4000;

export function useTypingSign(conversation: string, wanted: boolean) {
  const told = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sign = useCallback(
    (on: boolean) => {
      clearTimeout(pause.current);
      const now = Date.now();
      if (!on) {
        if (told.current) tell({ type: "typing", conversation, on: false });
        told.current = 0;
        return;
      }
      if (!wanted) return;
      if (now - told.current > againMs) {
        told.current = now;
        tell({ type: "typing", conversation, on: true });
      }
      pause.current = setTimeout(() => sign(false), pauseMs);
    },
    [conversation, wanted],
  );
  useEffect(() => () => sign(false), [sign]);
  return sign;
}
