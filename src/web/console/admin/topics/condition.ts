// SPDX-License-Identifier: Apache-2.0
// The conditions of an answer, as one choice instead of three flags. Pure.
import type { Answer } from "../../../shared/wire";

export type WhenChoice = "always" | "open" | "closed" | "staff" | "noStaff" | "after";
type When = Answer["when"];

export function conditionOf(when: When): { choice: WhenChoice; after: string } {
  if (when?.after !== undefined) return { choice: "after", after: when.after };
  if (when?.open !== undefined) return { choice: when.open ? "open" : "closed", after: "" };
  if (when?.staff_online !== undefined) {
    return { choice: when.staff_online ? "staff" : "noStaff", after: "" };
  }
  return { choice: "always", after: "" };
}

export function whenOf(choice: WhenChoice, after: string): When {
  switch (choice) {
    case "always":
      return undefined;
    case "open":
      return { open: true };
    case "closed":
      return { open: false };
    case "staff":
      return { staff_online: true };
    case "noStaff":
      return { staff_online: false };
    case "after":
      return { after };
  }
}
