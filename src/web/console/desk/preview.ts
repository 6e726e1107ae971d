// SPDX-License-Identifier: Apache-2.0
// The last message as a line of the list, with who said it in front. Pure.
import type { Summary } from "../../shared/wire";
import { text } from "../text";

const words = text.desk;

/**
 * The line of the inbox names no author, but the holder's own words are sure: nobody else may speak
 * while one person holds a conversation, and taking over is itself a later line. Times proposed
 * while nobody holds it have no author here; they stay "Staff".
 */
export function previewOf(summary: Summary, me: string | undefined): string {
  const { last, staff, status } = summary;
  if (!last) return words.nothingYet;
  const mine = last.from === "staff" && status === "staff" && me !== undefined && staff?.id === me;
  return `${mine ? words.you : words.from[last.from]}${last.text}`;
}
