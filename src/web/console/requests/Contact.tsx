// SPDX-License-Identifier: Apache-2.0
// How to reach a visitor: one tap calls or writes.
import { contactAddress, readableContact } from "./contact";

export function Contact({ contact }: { contact: string }) {
  const address = contactAddress(contact);
  const readable = readableContact(contact);
  return address ? <a href={address}>{readable}</a> : readable;
}
