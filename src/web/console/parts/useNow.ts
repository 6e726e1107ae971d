// SPDX-License-Identifier: Apache-2.0
// The time now, again and again: for "waiting 4 min".
import { useEffect, useState } from "react";

export function useNow(everyMs = 15_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
