// SPDX-License-Identifier: Apache-2.0
// What the embedding page can call and hear: window.frontdesk(...) and DOM events on window.
// No text of a message ever leaves through here.
import { type Conversation, unread } from "./conversation";
import type { Store } from "./store";
import type { View } from "./view";

type Listener = (detail: unknown) => void;
type Call = (command: string, ...args: unknown[]) => void;

declare global {
  interface Window {
    frontdesk?: Call & { q?: ArrayLike<unknown>[] };
  }
}

export interface Surface {
  ready(): void;
  told(state: Conversation, before: Conversation): void;
}

export function createSurface(
  host: HTMLElement,
  view: Store<View, Partial<View>>,
  shutdown: () => void,
): Surface {
  const listeners: [string, Listener][] = [];
  const tell = (name: string, detail: unknown = {}) => {
    host.dispatchEvent(
      new CustomEvent(`frontdesk:${name}`, { detail, bubbles: true, composed: true }),
    );
    for (const [wanted, listener] of listeners) if (wanted === name) listener(detail);
  };
  view.listen((now, before) => {
    if (now.open !== before.open) tell(now.open ? "open" : "close");
  });
  const show = (open: boolean) => view.dispatch({ open });

  const call: Call = (command, ...args) => {
    if (command === "show") show(true);
    else if (command === "hide") show(false);
    else if (command === "toggle") show(!view.get().open);
    else if (command === "on") {
      const [name, listener] = args;
      if (typeof name === "string" && typeof listener === "function") {
        listeners.push([name, listener as Listener]);
      }
    } else if (command === "shutdown") {
      shutdown();
      delete window.frontdesk;
    }
  };

  return {
    ready() {
      const waiting = window.frontdesk?.q ?? [];
      window.frontdesk = call;
      for (const args of Array.from(waiting)) {
        const [command, ...rest] = Array.from(args);
        call(String(command), ...rest);
      }
      tell("ready");
    },
    told(state, before) {
      // The first list after a page load is not news.
      if (before.messages.length === 0 && state.messages.length > 1) return;
      const last = before.messages.at(-1)?.seq ?? 0;
      for (const { seq, from } of state.messages) {
        if (seq > last && from !== "visitor") tell("message", { from, unread: unread(state) });
      }
    },
  };
}
