// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { contactAddress, readableContact } from "./contact";

it.each([
  ["+14105550123", "(410) 555-0123", "tel:+14105550123"],
  ["+14105550123 ext. 45", "(410) 555-0123 ext. 45", "tel:+14105550123,45"],
  ["+525512345678", "+525512345678", "tel:+525512345678"],
  ["maria@example.org", "maria@example.org", "mailto:maria@example.org"],
  ["ask my sister", "ask my sister", null],
])("shows %s as %s and opens %s", (contact, readable, address) => {
  expect(readableContact(contact)).toBe(readable);
  expect(contactAddress(contact)).toBe(address);
});
