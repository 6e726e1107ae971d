// SPDX-License-Identifier: Apache-2.0
// Replies that were not acknowledged, and half-written ones, over a reload. In sessionStorage: they
// may hold what a patient said, so they must not outlive the tab on a shared computer.
import { create } from "zustand";
import type { Outgoing } from "./state";
import { dispatch, useDesk } from "./store";

const outgoingKey = "frontdesk.unsent";
const writingKey = "frontdesk.writing";

interface Kept<T> {
  owner: string;
  value: T;
}

function load<T>(key: string, owner: string): T | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null") as Kept<T> | null;
    return kept?.owner === owner ? kept.value : null;
  } catch {
    return null;
  }
}

const save = <T>(key: string, owner: string, value: T) =>
  sessionStorage.setItem(key, JSON.stringify({ owner, value } satisfies Kept<T>));

/** What stands in the reply boxes, by conversation and kind ("say", "note"). */
export const useWriting = create<Record<string, string>>(() => ({}));

export function write(key: string, words: string) {
  const { [key]: _old, ...others } = useWriting.getState();
  useWriting.setState(words ? { ...others, [key]: words } : others, true);
}

/** Restores what this person left in this tab, and keeps it up to date until the returned stop. */
export function keepUnsent(owner: string): () => void {
  dispatch({ kind: "restore", outgoing: load<Outgoing[]>(outgoingKey, owner) ?? [] });
  useWriting.setState(load<Record<string, string>>(writingKey, owner) ?? {}, true);
  const stopOutgoing = useDesk.subscribe((state, before) => {
    if (state.outgoing !== before.outgoing && state.link !== "ended") {
      save(outgoingKey, owner, state.outgoing);
    }
  });
  const stopWriting = useWriting.subscribe((writing) => save(writingKey, owner, writing));
  return () => {
    stopOutgoing();
    stopWriting();
  };
}

/** After a sign-out by hand nothing is kept. */
export function forgetUnsent() {
  sessionStorage.removeItem(outgoingKey);
  sessionStorage.removeItem(writingKey);
  useWriting.setState({}, true);
}
