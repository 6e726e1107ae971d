// SPDX-License-Identifier: Apache-2.0
// What the widget keeps in the browser, per server: the token, what was accepted and seen, the last
// settings (so that crisis lines and notice are there with the server down), and unsent messages.
// Received messages are never kept: the visitor may sit at somebody else's computer.
import type { Lang, Settings } from "../shared/wire";
import type { Outgoing } from "./conversation";

export interface Kept {
  token?: string | null;
  notice?: string | null;
  seen?: number;
  lang?: Lang;
  rating?: number | null;
  settings?: Settings;
}

/** An unsent message older than this is dropped: nobody expects it to go out any more. */
const unsent_max_ms = 24 * 60 * 60 * 1000;

export interface Memory {
  read(): Kept;
  write(change: Kept): void;
  /** Each unsent message has an entry of its own, so that two tabs cannot overwrite each other's. */
  keepUnsent(outgoing: Outgoing): void;
  dropUnsent(id: string): void;
  unsent(now_ms: number): Outgoing[];
  /** Another tab has changed what is kept. */
  onChange(listener: (kept: Kept) => void): void;
}

/** `storage` may be missing or refuse (private windows, blocked cookies): then only this page remembers. */
export function createMemory(origin: string, storage: Storage | undefined): Memory {
  const key = `frontdesk ${origin}`;
  const prefix = `${key} unsent `;
  const get = <T>(k: string) =>
    attempt(() => JSON.parse(storage?.getItem(k) ?? "null") as T | null);
  const set = (k: string, v: unknown) => attempt(() => storage?.setItem(k, JSON.stringify(v)));
  const remove = (k: string) => attempt(() => storage?.removeItem(k));

  return {
    read: () => get<Kept>(key) ?? {},
    write: (change) => set(key, { ...get<Kept>(key), ...change }),
    keepUnsent: (outgoing) => set(prefix + outgoing.id, outgoing),
    dropUnsent: (id) => remove(prefix + id),
    unsent(now_ms) {
      const found: Outgoing[] = [];
      for (const k of Object.keys(storage ?? {})) {
        if (!k.startsWith(prefix)) continue;
        const outgoing = get<Outgoing>(k);
        if (outgoing && now_ms - Date.parse(outgoing.at) < unsent_max_ms) found.push(outgoing);
        else remove(k);
      }
      return found.sort((a, b) => a.at.localeCompare(b.at));
    },
    onChange(listener) {
      addEventListener("storage", (event) => {
        // A null key: everything was cleared.
        if (event.key === key || event.key === null) listener(get<Kept>(key) ?? {});
      });
    },
  };
}

/** Even reading can throw where the browser blocks it. */
export function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
