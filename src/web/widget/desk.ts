// SPDX-License-Identifier: Apache-2.0
// What every part of the widget draws from: the conversation, the view, the words, and what a
// visitor can do. There is one widget in a page and it is always drawn as a whole, so the parts
// read the desk of the current drawing; a context and hooks would cost 1.5 KB for nothing.
import type { Action, Lang } from "../shared/wire";
import type { Conversation } from "./conversation";
import type { View } from "./view";
import { crisisActions, type Words } from "./words";

export interface Desk {
  chat: Conversation;
  view: View;
  lang: Lang;
  words: Words;
  clinic: string;
  show(change: Partial<View>): void;
  say(text: string, choice?: string): void;
  retry(id: string): void;
  discard(id: string): void;
  accept(version: string): void;
  typing(on: boolean): void;
  rate(value: 1 | 2 | 3 | 4 | 5): void;
  end(): void;
  forget(): void;
  /** Connects now, if it is not connected. */
  connect(): void;
  speak(lang: Lang): void;
}

let current: Desk;

export const desk = (): Desk => current;

export function setDesk(next: Desk): void {
  current = next;
}

/** Where help is: in the clinic's words once they are known, else in ours. */
export function crisisHelp(): { title: string; actions: readonly Action[] } {
  const { chat, lang, words } = current;
  const known = chat.settings?.crisis;
  const actions = known?.actions[lang];
  return {
    title: known?.title[lang] || words.crisis,
    actions: actions?.length ? actions : crisisActions(words),
  };
}
