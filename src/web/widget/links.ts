// SPDX-License-Identifier: Apache-2.0
// Finds what can be tapped in plain text: web addresses, e-mail addresses, US telephone numbers
// with 911 and 988 among them.

export interface Piece {
  text: string;
  href?: string;
}

const tappable =
  /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|((?:\+?1[ .-]?)?(?:\(\d{3}\)[ ]?|\b\d{3}[ .-])\d{3}[ .-]\d{4}\b)|\b(?:911|988)\b(?![-.]?\d)/g;

export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(tappable)) {
    const [whole, url, mail] = match;
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    const href = url ?? (mail ? `mailto:${mail}` : `tel:${whole.replace(/[^\d+]/g, "")}`);
    found.push({ text: whole, href });
    from = match.index + whole.length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** Only what a clinic has reason to link to; never javascript: or data:. */
export function safeHref(href: string | undefined): string | undefined {
  return href && /^(https?:|tel:|sms:|mailto:)/i.test(href) ? href : undefined;
}
