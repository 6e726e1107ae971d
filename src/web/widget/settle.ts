// SPDX-License-Identifier: Apache-2.0
// What a drawing cannot say and has to be done to the document after it: focus, scrolling, the
// height of the field.
import { lastOwn } from "./conversation";
import type { Desk } from "./desk";
import { firstFocus } from "./focus";

/** Within this distance of the end the visitor is taken to read along. */
const near_px = 80;
/** What comes within this time belongs to one answer, and is read from its first line on. */
const burst_ms = 5_000;
/** What is new appears below the time and name that stand above it. */
const above_px = 56;

export function createSettler(root: ShadowRoot) {
  const find = (selector: string) => root.querySelector<HTMLElement>(selector);
  let before: Desk | undefined;
  let shown = 0;
  let tail = "";
  let atEnd = true;

  return {
    after(now: Desk) {
      const panel = find(".panel");
      if (panel) {
        if (now.view.draft !== before?.view.draft || !before.view.open) grow(find("textarea"));
        scroll(now, find(".list"));
        // Not announced while the past is being filled in; from then on politely.
        if (now.chat.id)
          setTimeout(() => find("[role=log]")?.setAttribute("aria-live", "polite"), 500);
      } else {
        shown = 0;
        tail = "";
        atEnd = true;
      }
      if (before) focus(now.view, before.view, panel);
      before = now;
    },
    scrolled(list: HTMLElement) {
      atEnd = list.scrollHeight - list.clientHeight - list.scrollTop < near_px;
      return atEnd;
    },
  };

  function focus(now: Desk["view"], was: Desk["view"], panel: HTMLElement | null) {
    if (!panel) {
      if (was.open) find(".launcher")?.focus();
    } else if (now.forgetting) {
      if (!was.forgetting) find(".dialog .plain")?.focus();
    } else if ((was.menu || was.forgetting) && !now.menu && !now.reading) {
      // Back to where the menu was opened from, not to where a finger did something else meanwhile.
      if (!panel.matches(":focus-within")) find("[aria-expanded]")?.focus();
    } else if (!was.open || !panel.matches(":focus-within")) {
      // Just opened, or what had the focus is gone. A panel that was open when the page was loaded
      // does not take it from the page.
      const elsewhere = was.open && document.activeElement !== document.body;
      if (!elsewhere || document.activeElement === root.host) firstFocus(panel);
    }
  }

  /** What is new is brought into view, from its first line on, unless the visitor reads further up. */
  function scroll({ chat, show }: Desk, list: HTMLElement | null) {
    if (!list) return;
    const last = chat.messages.at(-1);
    const seq = last?.seq ?? 0;
    const nowTail = [
      seq,
      chat.outbox.length,
      chat.staffTyping,
      chat.status,
      !!find(".local"),
    ].join();
    if (nowTail === tail) return;
    const news = seq > shown && shown > 0;
    const writing = chat.outbox.length > 0;
    // With the frames of one answer coming one by one, the card with 988 must not be pushed out of sight
    // by the sentences after it.
    const start = chat.messages.find(
      (m) => m.seq > lastOwn(chat) && Date.parse(m.at) > Date.parse(last?.at ?? "") - burst_ms,
    );
    const first =
      shown > 0 && !writing ? list.querySelector<HTMLElement>(`[data-seq="${start?.seq}"]`) : null;
    if (atEnd || writing || shown === 0) {
      const end = list.scrollHeight - list.clientHeight;
      // Where there is room the card stays in sight by itself (cards.css), and all that is new with it.
      const top = first?.firstElementChild;
      list.scrollTop =
        top && getComputedStyle(top).position !== "sticky"
          ? Math.min(end, first.offsetTop - above_px)
          : end;
      atEnd = true;
    } else if (news && last?.from !== "visitor" && !(start && start.seq <= shown)) {
      // Not for the rest of the answer that is being read: the button would lie over it.
      show({ behind: true });
    }
    tail = nowTail;
    shown = seq;
  }
}

/** The field grows with its text, up to the limit in the style sheet. */
function grow(field: HTMLElement | null) {
  if (!field) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

/**
 * Tells the style sheet which part of a phone's screen is really visible. With the keyboard up the
 * browser keeps the layout as tall as before, and the field would lie behind the keyboard.
 */
export function watchVisibleArea(host: HTMLElement): void {
  const area = window.visualViewport;
  const measure = () => {
    if (!area) return;
    // Zoomed in by pinch the visible part is smaller too, but then the visitor wants to look around.
    const zoomed = area.scale > 1.01;
    host.style.setProperty("--visible-height", zoomed ? "100%" : `${area.height}px`);
    host.style.setProperty("--visible-top", zoomed ? "0px" : `${area.offsetTop}px`);
  };
  measure();
  area?.addEventListener("resize", measure);
  area?.addEventListener("scroll", measure);
}
