// SPDX-License-Identifier: Apache-2.0
// The one place where the desk's state lives; every change goes through the reducer.
import { create } from "zustand";
import { reduceDesk } from "./reducer";
import { type DeskEvent, type DeskState, emptyDesk } from "./state";

export const useDesk = create<DeskState>(() => emptyDesk);

export function dispatch(event: DeskEvent) {
  useDesk.setState((state) => reduceDesk(state, event), true);
}
