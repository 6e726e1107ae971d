// SPDX-License-Identifier: Apache-2.0
// Who holds a conversation, as seen by the person at this desk.
import type { Summary } from "../../shared/wire";
import { text } from "../text";
import type { Command } from "./state";
import { useDesk } from "./store";

const words = text.desk.status;

export function useHolding(summary: Summary) {
  const me = useDesk((state) => state.me?.id);
  const outgoing = useDesk((state) => state.outgoing);
  const mine = summary.status === "staff" && summary.staff?.id === me;
  const underWay = (type: Command["type"]) =>
    outgoing.some(({ command }) => command.type === type && command.conversation === summary.id);
  return { mine, holder: holderOf(summary, mine), underWay };
}

function holderOf(summary: Summary, mine: boolean): string {
  if (mine) return words.mine;
  if (summary.status === "staff") return words.staff(summary.staff?.name ?? "");
  return words[summary.status];
}
