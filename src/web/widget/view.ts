// SPDX-License-Identifier: Apache-2.0
// What is open on the screen: nothing of it matters to the conversation, and nothing of it is sent.

export interface View {
  open: boolean;
  menu: boolean;
  /** The question before erasing. */
  forgetting: boolean;
  /** The privacy notice, read again. */
  reading: boolean;
  /** News below, while the visitor reads further up. */
  behind: boolean;
  draft: string;
}

export const closed: View = {
  open: false,
  menu: false,
  forgetting: false,
  reading: false,
  behind: false,
  draft: "",
};

export function change(view: View, news: Partial<View>): View {
  const changed = (Object.keys(news) as (keyof View)[]).some((key) => view[key] !== news[key]);
  return changed ? { ...view, ...news } : view;
}
