// SPDX-License-Identifier: Apache-2.0
// A question in a dialog: asked or not.
import { useState } from "react";

export interface Asking {
  asked: boolean;
  ask: () => void;
  answered: () => void;
}

export function useAsk(): Asking {
  const [asked, setAsked] = useState(false);
  return { asked, ask: () => setAsked(true), answered: () => setAsked(false) };
}
