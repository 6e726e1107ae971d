// SPDX-License-Identifier: Apache-2.0
// The rules in force and the edits on top of them; the edits outlive a reload.
import { useMemo } from "react";
import { create } from "zustand";
import type { Rules } from "../../shared/wire";
import { get, Refusal } from "../app/rest";
import { setClinicZone } from "../parts/time";
import {
  applyEdit,
  type Edit,
  type EditedItem,
  type Edits,
  noEdits,
  revertEdit,
  withEdits,
} from "./edits";

type Asked =
  | { phase: "loading" }
  | { phase: "failed"; detail: string }
  | { phase: "loaded"; rules: Rules };

interface RulesState {
  asked: Asked;
  edits: Edits;
}

// localStorage, not sessionStorage: rules are no patient's words, and an evening's work must survive
// a closed window.
const key = "frontdesk.draft";

function kept(): Edits {
  try {
    return { ...noEdits, ...(JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Edits>) };
  } catch {
    return noEdits;
  }
}

export const useRulesStore = create<RulesState>(() => ({
  asked: { phase: "loading" },
  edits: kept(),
}));

useRulesStore.subscribe((state, before) => {
  if (state.edits !== before.edits) localStorage.setItem(key, JSON.stringify(state.edits));
});

export async function loadRules(): Promise<Rules | null> {
  try {
    const rules = await get<Rules>("rules");
    const { time_zone } = rules.settings as { time_zone?: string };
    setClinicZone(time_zone ?? null);
    useRulesStore.setState({ asked: { phase: "loaded", rules } });
    return rules;
  } catch (error) {
    const detail = error instanceof Refusal ? error.detail : String(error);
    const { asked } = useRulesStore.getState();
    if (asked.phase !== "loaded") useRulesStore.setState({ asked: { phase: "failed", detail } });
    return null;
  }
}

export function edit(change: Edit) {
  const { asked, edits } = useRulesStore.getState();
  if (asked.phase !== "loaded") return;
  useRulesStore.setState({ edits: applyEdit(edits, change, asked.rules) });
}

export const revert = (item: Pick<EditedItem, "part" | "key">) =>
  useRulesStore.setState(({ edits }) => ({ edits: revertEdit(edits, item) }));

export const revertAll = (items: EditedItem[]) =>
  useRulesStore.setState(({ edits }) => ({ edits: items.reduce(revertEdit, edits) }));

/** Only below AdminPages, which draws nothing else until the rules are there. */
export function usePublished(): Rules {
  const asked = useRulesStore((state) => state.asked);
  if (asked.phase !== "loaded") throw new Error("rules are not loaded");
  return asked.rules;
}

/** The rules as they would be after publishing. */
export function useDraftRules(): Rules {
  const rules = usePublished();
  const edits = useRulesStore((state) => state.edits);
  return useMemo(() => withEdits(rules, edits), [rules, edits]);
}
