// SPDX-License-Identifier: Apache-2.0
// Lists with one place changed, as new lists. (Array.with and toSpliced are too young for the
// tablets of a clinic.)
export const replaced = <T>(list: T[], index: number, value: T): T[] =>
  list.map((item, at) => (at === index ? value : item));

export const without = <T>(list: T[], index: number): T[] => list.filter((_, at) => at !== index);
