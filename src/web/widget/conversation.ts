// SPDX-License-Identifier: Apache-2.0
// What the widget knows, and how everything the socket or the visitor says changes it: one pure
// function `step(state, event)`, the twin of chat::step on the server. No clock, no socket, no
// document. Messages are keyed by seq and what is on its way out by id, so that any order of cuts,
// repeats and overlaps ends in the list that the server has.
import type {
  ErrorFrame,
  Message,
  Settings,
  StaffName,
  Status,
  VisitorEvent,
} from "../shared/wire";

/** A message that is not known to be on the server's disk yet. */
export interface Outgoing {
  id: string;
  text: string;
  choice?: string;
  at: string;
  stage: "queued" | "sending" | "refused";
  /** Why it was refused. */
  code?: ErrorFrame["code"];
  /** Sent, and no answer for longer than a working server takes. */
  late?: boolean;
}

/**
 * idle: not needed yet. connecting: on the way, or just cut. offline: an attempt has failed; stays
 * so until a welcome, else the lines that depend on it would flicker at each attempt.
 */
export type Link = "idle" | "connecting" | "online" | "offline";

export interface Conversation {
  link: Link;
  token: string | null;
  id: string | null;
  status: Status;
  position?: number | undefined;
  staff?: StaffName | undefined;
  /** By seq, ascending, each once. */
  messages: readonly Message[];
  /** In the order of writing. */
  outbox: readonly Outgoing[];
  settings: Settings | null;
  staffTyping: boolean;
  /** The clinic has read up to this seq. */
  readByClinic: number;
  /** The visitor has seen up to this seq. */
  seen: number;
  /** The version of the privacy notice that was accepted. */
  notice: string | null;
  rating: number | null;
  /** Just erased, and nothing written since. */
  erased: boolean;
}

export type LocalEvent =
  | { type: "link"; link: Link }
  | { type: "say"; id: string; text: string; choice?: string; at: string }
  | { type: "sent"; id: string }
  | { type: "late"; id: string }
  | { type: "retry"; id: string }
  | { type: "discard"; id: string }
  | { type: "seen"; seq: number }
  | { type: "accept"; version: string }
  | { type: "rated"; value: number }
  | { type: "adopt"; token: string | null };

/** Events of the page are wrapped, since "message", "read" and others are words of the wire. */
export type Event = { wire: VisitorEvent } | { local: LocalEvent };

export const nothing: Conversation = {
  link: "idle",
  token: null,
  id: null,
  status: "bot",
  messages: [],
  outbox: [],
  settings: null,
  staffTyping: false,
  readByClinic: 0,
  seen: 0,
  notice: null,
  rating: null,
  erased: false,
};

export function step(state: Conversation, event: Event): Conversation {
  return "wire" in event ? heard(state, event.wire) : did(state, event.local);
}

/** The seq to ask for more after: everything up to it is here without a gap. */
export function complete(messages: readonly Message[]): number {
  let seq = 0;
  for (const message of messages) {
    if (message.seq > seq + 1) break;
    seq = message.seq;
  }
  return seq;
}

export function hasGap(messages: readonly Message[]): boolean {
  return complete(messages) !== (messages.at(-1)?.seq ?? 0);
}

export function unread(state: Conversation): number {
  return state.messages.filter((m) => m.from !== "visitor" && m.seq > state.seen).length;
}

/** The seq of the visitor's last message; 0 for none. */
export function lastOwn(state: Conversation): number {
  return Math.max(0, ...state.messages.map((m) => (m.from === "visitor" ? m.seq : 0)));
}

/** The next message to send: one at a time, so that a refused one is not overtaken. */
export function nextToSend(state: Conversation): Outgoing | undefined {
  if (state.link !== "online" || needsNotice(state)) return undefined;
  if (state.outbox.some((o) => o.stage === "sending")) return undefined;
  return state.outbox.find((o) => o.stage === "queued");
}

/** Nothing is sent before the notice in force was accepted. */
export function needsNotice(state: Conversation): boolean {
  return state.settings !== null && state.settings.notice.version !== state.notice;
}

function heard(state: Conversation, event: VisitorEvent): Conversation {
  switch (event.type) {
    case "welcome": {
      const same = state.id === null || state.id === event.conversation;
      const fresh = same ? state : { ...state, ...emptied };
      return merged(
        {
          ...fresh,
          link: "online",
          token: event.token,
          id: event.conversation,
          settings: event.settings,
          status: event.status,
          position: event.position,
          staff: event.staff,
          staffTyping: false,
          outbox: requeued(fresh.outbox),
        },
        event.messages,
      );
    }
    case "ack": {
      const own = state.outbox.find((o) => o.id === event.id);
      if (!own) return state;
      const { id, text } = own;
      return merged(state, [{ seq: event.seq, from: "visitor", text, at: event.at, id }]);
    }
    case "message": {
      const { type: _, ...message } = event;
      return merged(message.from === "staff" ? { ...state, staffTyping: false } : state, [message]);
    }
    case "typing":
      return { ...state, staffTyping: event.on };
    case "read":
      return { ...state, readByClinic: Math.max(state.readByClinic, event.seq) };
    case "status": {
      const { status, position, staff } = event;
      // A conversation that was opened again may be rated again when it ends.
      const rating = status === "closed" ? state.rating : null;
      return { ...state, status, position, staff, rating, staffTyping: false };
    }
    case "forgotten":
      return { ...state, ...emptied, outbox: [], notice: null, erased: true };
    case "error":
      return refused(state, event);
    default:
      return state; // a newer server may say more
  }
}

function did(state: Conversation, event: LocalEvent): Conversation {
  switch (event.type) {
    case "link": {
      // Once offline, only a welcome says otherwise.
      const link = state.link === "offline" && event.link === "connecting" ? "offline" : event.link;
      return { ...state, link, staffTyping: false, outbox: requeued(state.outbox) };
    }
    case "say": {
      if (known(state, event.id)) return state;
      const { type: _, ...said } = event;
      return { ...state, outbox: [...state.outbox, { ...said, stage: "queued" }], erased: false };
    }
    case "sent":
      return withOutgoing(state, event.id, (o) => ({ ...o, stage: "sending" }));
    case "late":
      return withOutgoing(state, event.id, (o) => ({ ...o, late: true }));
    case "retry":
      return withOutgoing(state, event.id, (o) => ({ ...o, stage: "queued", code: undefined }));
    case "discard":
      return { ...state, outbox: state.outbox.filter((o) => o.id !== event.id) };
    case "seen":
      return event.seq > state.seen ? { ...state, seen: event.seq } : state;
    case "accept":
      return { ...state, notice: event.version };
    case "rated":
      return { ...state, rating: event.value };
    case "adopt":
      return event.token === state.token ? state : { ...state, ...emptied, token: event.token };
  }
}

/**
 * Everything that belongs to one conversation; what was written and not sent stays. Not online: the
 * socket still belongs to the old conversation until the next welcome.
 */
const emptied = {
  link: "connecting",
  token: null,
  id: null,
  status: "bot",
  position: undefined,
  staff: undefined,
  messages: [],
  staffTyping: false,
  readByClinic: 0,
  seen: 0,
  rating: null,
} as const satisfies Partial<Conversation>;

function refused(state: Conversation, error: ErrorFrame): Conversation {
  if (error.code === "unauthorized") {
    return { ...state, ...emptied, outbox: requeued(state.outbox) };
  }
  if (!error.id) return state;
  const passing = error.code === "rate_limited" || error.code === "busy";
  return withOutgoing(state, error.id, (o) =>
    passing ? { ...o, stage: "queued" } : { ...o, stage: "refused", code: error.code },
  );
}

function requeued(outbox: readonly Outgoing[]): readonly Outgoing[] {
  return outbox.map((o) => (o.stage === "sending" ? { ...o, stage: "queued" } : o));
}

function known(state: Conversation, id: string): boolean {
  return state.outbox.some((o) => o.id === id) || state.messages.some((m) => m.id === id);
}

function withOutgoing(
  state: Conversation,
  id: string,
  change: (o: Outgoing) => Outgoing,
): Conversation {
  return { ...state, outbox: state.outbox.map((o) => (o.id === id ? change(o) : o)) };
}

/** The server's word on a seq replaces ours: an echo may carry more than the ack gave. */
function merged(state: Conversation, news: readonly Message[]): Conversation {
  if (news.length === 0) return state;
  const bySeq = new Map(state.messages.map((m) => [m.seq, m]));
  for (const message of news) bySeq.set(message.seq, message);
  const messages = [...bySeq.values()].sort((a, b) => a.seq - b.seq);
  const stored = new Set(messages.map((m) => m.id));
  return { ...state, messages, outbox: state.outbox.filter((o) => !stored.has(o.id)) };
}
