// SPDX-License-Identifier: Apache-2.0
// The wire says how to reach a visitor as "+14105550123" or as an e-mail address.

/** "(410) 555-0123"; with an extension "(410) 555-0123 ext. 45"; anything else as it is. */
export function readableContact(contact: string): string {
  const [, area, three, four, more] = /^\+1(\d{3})(\d{3})(\d{4})(?:\D+(\d+))?$/.exec(contact) ?? [];
  if (!area) return contact;
  return `(${area}) ${three}-${four}${more ? ` ext. ${more}` : ""}`;
}

/** What a tap on it does: call or write; null when it is neither. */
export function contactAddress(contact: string): string | null {
  const [, number, extension] = /^(\+\d{7,15})(?:\D+(\d+))?$/.exec(contact) ?? [];
  if (number) return `tel:${number}${extension ? `,${extension}` : ""}`;
  return /^[^\s@]+@[^\s@]+$/.test(contact) ? `mailto:${contact}` : null;
}
