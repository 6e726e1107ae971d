// SPDX-License-Identifier: Apache-2.0
// What the staff desk knows. reducer.ts alone changes it; components only draw it.
import type {
  Availability,
  ConsoleCommand,
  ConsoleErrorFrame,
  ConsoleEvent,
  ConsoleMessage,
  InboxFrame,
  Person,
  Request,
  Summary,
} from "../../shared/wire";

/**
 * `connecting`: never live yet. `failed`: never live, and an attempt has failed. `reconnecting`: was
 * live, trying again. `ended`: signed out.
 */
export type Link = "connecting" | "failed" | "live" | "reconnecting" | "ended";

/** What the server acknowledges. */
export type Command = Extract<ConsoleCommand, { id: string }>;

/** A command on its way. It keeps its id over every resend, which makes a resend harmless. */
export interface Outgoing {
  command: Command;
  at: string;
  state: "sending" | "sent" | "failed";
  detail?: string;
}

export interface OpenConversation {
  id: string;
  loading: boolean;
  messages: ConsoleMessage[];
  /** A message between the last contiguous one and the newest is missing: ask again. */
  gap: boolean;
  /** The last message that the visitor has seen. */
  visitorRead: number;
  visitorTyping: boolean;
  /** Names of colleagues who type in this conversation. */
  staffTyping: string[];
}

/** Something to tell once: a refused command, a conversation that went away. */
export interface Notice {
  key: string;
  code: ConsoleErrorFrame["code"] | "gone";
  detail: string;
  holder?: Person;
  command?: Command;
}

export interface DeskState {
  link: Link;
  cursor: number;
  me: InboxFrame["me"] | null;
  staff: Availability[];
  conversations: Record<string, Summary>;
  requests: Record<string, Request>;
  open: OpenConversation | null;
  outgoing: Outgoing[];
  notices: Notice[];
  /** Where older closed conversations go on; undefined: not asked yet, null: no more. */
  olderNext: string | null | undefined;
}

export type DeskEvent =
  | { kind: "frame"; frame: ConsoleEvent }
  | { kind: "link"; link: Link }
  | { kind: "open"; conversation: string }
  | { kind: "leave" }
  | { kind: "queue"; command: Command; at: string }
  | { kind: "restore"; outgoing: Outgoing[] }
  | { kind: "retry"; id: string }
  | { kind: "discard"; id: string }
  | { kind: "available"; on: boolean }
  | { kind: "read"; conversation: string }
  | { kind: "typing_over" }
  | { kind: "older"; conversations: Summary[]; next: string | null }
  | { kind: "found"; conversation: Summary }
  | { kind: "requests"; requests: Request[] }
  | { kind: "told"; key: string }
  | { kind: "signed_out" };

export const emptyDesk: DeskState = {
  link: "connecting",
  cursor: 0,
  me: null,
  staff: [],
  conversations: {},
  requests: {},
  open: null,
  outgoing: [],
  notices: [],
  olderNext: undefined,
};
