// SPDX-License-Identifier: Apache-2.0
// Whether a person would call two values of a rules file different. Pure.

/** Absent, null, "", [] and {} all say "nothing here": writing one for the other changes nothing. */
export function differs(before: unknown, after: unknown): boolean {
  if (isNothing(before) || isNothing(after)) return isNothing(before) !== isNothing(after);
  if (typeof before !== "object" || typeof after !== "object") return before !== after;
  const [a, b] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  return [...Object.keys(a), ...Object.keys(b)].some((key) => differs(a[key], b[key]));
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.values(value).every(isNothing);
}
