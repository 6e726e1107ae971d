// SPDX-License-Identifier: Apache-2.0
// Where the keyboard is: kept inside the panel, or inside the dialog on top of it.

const focusable =
  'a[href], button:not([disabled]), textarea:not([disabled]), summary, [tabindex="0"]';

/** Wraps Tab and Shift+Tab at the ends. */
export function keepFocus(event: KeyboardEvent, panel: HTMLElement): void {
  const area = panel.querySelector<HTMLElement>(".dialog") ?? panel;
  const stops = [...area.querySelectorAll<HTMLElement>(focusable)].filter(
    (e) => e.getClientRects().length > 0,
  );
  const now = (panel.getRootNode() as ShadowRoot).activeElement;
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (now === edge || now === panel || !area.contains(now)) {
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
  }
}

/**
 * On a desk the visitor can type at once. On a phone that would raise the keyboard over what they
 * came to read, so the panel itself takes the focus.
 */
export function firstFocus(panel: HTMLElement): void {
  const fine = matchMedia("(pointer: fine)").matches;
  const field = fine ? panel.querySelector<HTMLElement>("textarea, .accept") : null;
  (field ?? panel).focus({ preventScroll: true });
}
