// SPDX-License-Identifier: Apache-2.0
// A conversation's messages as a row of seq numbers: merging copies, finding holes.
import type { ConsoleMessage } from "../../shared/wire";

/** In order of seq, each once; a later copy wins, since it may carry more (a card that changed). */
export function mergeMessages(known: ConsoleMessage[], more: ConsoleMessage[]): ConsoleMessage[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of more) bySeq.set(message.seq, message);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** 0 for none, which is also what `open` takes for "from the beginning". */
export function lastSeq(messages: ConsoleMessage[]): number {
  return messages[messages.length - 1]?.seq ?? 0;
}

/** The seq after which something is missing, or the last seq when nothing is. */
export function contiguousSeq(messages: ConsoleMessage[]): number {
  let seq = messages[0]?.seq ?? 0;
  for (const message of messages) {
    if (message.seq > seq + 1) return seq;
    seq = message.seq;
  }
  return seq;
}
