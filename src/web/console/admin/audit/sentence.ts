// SPDX-License-Identifier: Apache-2.0
// An entry of the trail in words: pure.
import type { AuditEntry } from "../../../shared/wire";
import { addresses } from "../../app/route";
import { text } from "../../text";

const words = text.admin.audit;

export function auditSentence({ by, what, about, name }: AuditEntry): {
  who: string;
  did: string;
} {
  const whom = name ?? words.somebody;
  const self = by !== null && by.id === about;
  const did = words.did[what];
  return {
    who: by ? by.name || words.gone : (words.nobody[what] ?? words.commandLine),
    did: typeof did === "string" ? did : did(self ? words.themselves : whom, about ?? ""),
  };
}

/** Where it leads: what was erased leads nowhere. */
export function auditLink({ what, about }: AuditEntry): {
  to: "conversation" | "revision";
  address: string;
} | null {
  if (!about || what === "conversation.erased" || what === "conversation.forgotten") return null;
  if (/^(conversation|request|alert)\./.test(what))
    return { to: "conversation", address: addresses.conversation(about) };
  if (what.startsWith("rules."))
    return { to: "revision", address: addresses.admin("history", about) };
  return null;
}
