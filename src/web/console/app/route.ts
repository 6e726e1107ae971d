// SPDX-License-Identifier: Apache-2.0
// Which page is open: read from the address, so that every page can be linked, reloaded and left
// with the browser's own back button.
import { useSyncExternalStore } from "react";

export const adminParts = [
  "topics",
  "facts",
  "hours",
  "phrases",
  "safety",
  "history",
  "people",
  "audit",
] as const;
export type AdminPart = (typeof adminParts)[number];

export type Route =
  | { page: "desk"; conversation: string | null }
  | { page: "requests" }
  | { page: "admin"; part: AdminPart; id: string | null }
  | { page: "first-admin" | "invite"; token: string };

const base = "/console/";

export function parseRoute(path: string, hash: string): Route {
  const [first = "", second = "", third = ""] = path
    .slice(base.length)
    .split("/")
    .map(decodeURIComponent);
  if (first === "first-admin" || first === "invite") return { page: first, token: hash.slice(1) };
  if (first === "requests") return { page: "requests" };
  if (first === "admin") {
    const part = adminParts.find((known) => known === second) ?? "topics";
    return { page: "admin", part, id: third || null };
  }
  return { page: "desk", conversation: first === "c" && second ? second : null };
}

export const addresses = {
  desk: base,
  conversation: (id: string) => `${base}c/${encodeURIComponent(id)}`,
  requests: `${base}requests`,
  admin: (part: AdminPart, id?: string) =>
    `${base}admin/${part}${id ? `/${encodeURIComponent(id)}` : ""}`,
};

const changed = "frontdesk:address";

export function navigate(address: string, how: "push" | "replace" = "push") {
  if (how === "push") history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  window.dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void) {
  window.addEventListener("popstate", listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener("popstate", listener);
    window.removeEventListener(changed, listener);
  };
}

export function useRoute(): Route {
  const address = useSyncExternalStore(subscribe, () => location.pathname + location.hash);
  const [path = "", hash = ""] = address.split("#");
  return parseRoute(path, hash ? `#${hash}` : "");
}
