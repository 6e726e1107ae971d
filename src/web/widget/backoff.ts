// SPDX-License-Identifier: Apache-2.0
// How long to wait before the next attempt to connect.

const first_ms = 500;
const longest_ms = 30_000;

/**
 * Milliseconds before attempt number `attempt` (0 is the first after a cut). Half of the wait is
 * chance, so that a restarted server does not see every visitor in the same second. `atLeast_ms` is
 * what the server asked for; chance is added to it, for the same reason.
 */
export function backoff(attempt: number, random: number, atLeast_ms = 0): number {
  const wait = Math.min(longest_ms, first_ms * 2 ** Math.min(attempt, 10));
  return Math.round(Math.max(wait / 2, atLeast_ms) + (random * wait) / 2);
}
