// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import type { AuditEntry } from "../../../shared/wire";
import { auditLink, auditSentence } from "./sentence";

const ana = { id: "p1", name: "Ana" };
const entry = (what: AuditEntry["what"], rest: Partial<AuditEntry> = {}): AuditEntry => ({
  at: "2026-03-10T13:30:00.000Z",
  by: ana,
  what,
  about: null,
  ...rest,
});
const said = (one: AuditEntry) => {
  const { who, did } = auditSentence(one);
  return `${who} ${did}`;
};

it("says who did what, in words", () => {
  expect(said(entry("login", { about: "p1", name: "Ana" }))).toBe("Ana signed in");
  expect(said(entry("person.invited", { about: "p2", name: "Ben" }))).toBe("Ana invited Ben");
  expect(said(entry("rules.published", { about: "7" }))).toBe("Ana published revision 7");
});

it("names who it was when it was nobody of the staff", () => {
  expect(said(entry("conversation.forgotten", { by: null }))).toMatch(/^The visitor /);
  expect(said(entry("rules.taken_up", { by: null, about: "3" }))).toMatch(/^The program /);
  expect(said(entry("login.failed", { by: null }))).toMatch(/^Somebody .*nobody has$/);
  expect(said(entry("login.failed", { by: null, about: "p2", name: "Ben" }))).toMatch(/Ben$/);
  expect(said(entry("person.reset", { by: null, about: "p2", name: "Ben" }))).toMatch(
    /^The command line /,
  );
});

it("leads to the conversation or the revision, and nowhere when it was erased", () => {
  expect(auditLink(entry("conversation.taken", { about: "c1" }))?.address).toBe("/console/c/c1");
  expect(auditLink(entry("rules.published", { about: "7" }))?.address).toMatch(/history\/7$/);
  expect(auditLink(entry("conversation.erased", { about: "c1" }))).toBeNull();
  expect(auditLink(entry("person.invited", { about: "p2" }))).toBeNull();
});
