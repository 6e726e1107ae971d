// SPDX-License-Identifier: Apache-2.0
// J and K walk through the list; Enter is the link's own; Escape leaves the conversation.
import { useHotkeys } from "@mantine/hooks";
import { addresses, navigate } from "../app/route";

function walk(by: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>("a[data-row]")];
  const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
  const chosen = rows.findIndex((row) => row.getAttribute("aria-current") === "true");
  const from = focused >= 0 ? focused : chosen;
  const next = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
  rows[next]?.focus();
}

const press = (shortcut: string) =>
  document.querySelector<HTMLElement>(`[data-shortcut="${shortcut}"]`)?.click();

/** Not while a dialog is open: its Escape is its own, and what lies below it is out of reach. */
const alone = (action: () => unknown) => () => {
  if (!document.querySelector('[role="dialog"]')) action();
};

export function useListKeys(conversation: string | null) {
  useHotkeys([
    ["j", alone(() => walk(1))],
    ["k", alone(() => walk(-1))],
    ["t", alone(() => press("take"))],
    ["r", alone(() => press("reply"))],
    ["n", alone(() => press("note"))],
    ["Escape", alone(() => conversation && navigate(addresses.desk)), { preventDefault: false }],
  ]);
}
