// SPDX-License-Identifier: Apache-2.0
// The desk's one reducer: (state, event) -> state, pure, the console's twin of chat::step.
import type {
  ConsoleErrorFrame,
  ConsoleEvent,
  ConsoleMessage,
  ConsoleTypingFrame,
  InboxFrame,
  Summary,
} from "../../shared/wire";
import { lastSeq, mergeMessages } from "./messages";
import { type DeskEvent, type DeskState, emptyDesk, type OpenConversation } from "./state";

/** Notices that nobody dismissed; the oldest make room. */
const noticesMax = 5;

export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.kind) {
    case "frame":
      return reduceFrame(state, event.frame);
    case "link":
      return state.link === event.link ? state : { ...quietTyping(state), link: event.link };
    case "open":
      return openConversation(state, event.conversation);
    case "leave":
      return state.open ? { ...state, open: null } : state;
    case "queue": {
      const queued = { command: event.command, at: event.at, state: "sending" as const };
      return { ...state, outgoing: [...state.outgoing, queued] };
    }
    case "restore":
      return restore(state, event.outgoing);
    case "retry":
      return changeOutgoing(state, event.id, ({ command, at }) => ({
        command,
        at,
        state: "sending",
      }));
    case "discard":
      return withoutOutgoing(state, event.id);
    case "available":
      return setAvailable(state, event.on);
    case "read":
      return markRead(state, event.conversation);
    case "typing_over":
      return quietTyping(state);
    case "older":
      return { ...addMissing(state, event.conversations), olderNext: event.next };
    case "found":
      return addMissing(state, [event.conversation]);
    case "requests":
      return { ...state, requests: { ...state.requests, ...byId(event.requests) } };
    case "told":
      return { ...state, notices: state.notices.filter((notice) => notice.key !== event.key) };
    case "signed_out":
      return { ...emptyDesk, link: "ended" };
  }
}

function reduceFrame(state: DeskState, frame: ConsoleEvent): DeskState {
  switch (frame.type) {
    case "inbox":
      return reduceInbox(state, frame);
    case "summary":
      return reduceSummary(state, frame.cursor, frame.conversation);
    case "gone":
      return reduceGone(state, frame.cursor, frame.conversation);
    case "staff":
      return reduceStaff(state, frame.staff);
    case "opened":
      return whileOpen(state, frame.conversation, (open) => ({
        ...open,
        loading: false,
        messages: mergeMessages(open.messages, frame.messages),
        gap: false,
      }));
    case "message":
      return reduceMessage(state, frame.conversation, frame.message);
    case "typing":
      return reduceTyping(state, frame);
    case "read":
      return whileOpen(state, frame.conversation, (open) => ({
        ...open,
        visitorRead: Math.max(open.visitorRead, frame.seq),
      }));
    case "ack":
      return reduceAck(state, frame.id);
    case "error":
      return reduceError(state, frame);
    default:
      return state; // a type from a newer server
  }
}

function reduceInbox(state: DeskState, frame: InboxFrame): DeskState {
  const conversations = byId(frame.conversations);
  // A closed conversation that was found by its address is in no snapshot; keep it while it is read.
  const read = state.open && state.conversations[state.open.id];
  if (read?.status === "closed" && !conversations[read.id]) conversations[read.id] = read;
  const requests = byId(frame.requests);
  for (const { request } of frame.conversations) {
    if (request) requests[request.id] = request;
  }
  const { cursor, me, staff } = frame;
  return { ...state, cursor, me, staff, conversations, requests, olderNext: undefined };
}

function reduceSummary(state: DeskState, cursor: number, summary: Summary): DeskState {
  if (cursor <= state.cursor) return state; // heard before: a resend after a cut
  const { request } = summary;
  return {
    ...state,
    cursor,
    conversations: { ...state.conversations, [summary.id]: summary },
    requests: request ? { ...state.requests, [request.id]: request } : state.requests,
  };
}

function reduceGone(state: DeskState, cursor: number, id: string): DeskState {
  if (cursor <= state.cursor) return state;
  const { [id]: _gone, ...conversations } = state.conversations;
  const requests = Object.fromEntries(
    Object.entries(state.requests).filter(([, request]) => request.conversation !== id),
  );
  const rest = { ...state, cursor, conversations, requests };
  if (state.open?.id !== id) return rest;
  return addNotice({ ...rest, open: null }, { key: `gone-${id}`, code: "gone", detail: "" });
}

function reduceStaff(state: DeskState, staff: DeskState["staff"]): DeskState {
  const mine = staff.find((colleague) => colleague.id === state.me?.id);
  const me = state.me && mine ? { ...state.me, available: mine.available } : state.me;
  return { ...state, staff, me };
}

function reduceMessage(state: DeskState, id: string, message: ConsoleMessage): DeskState {
  return whileOpen(state, id, (open) => ({
    ...open,
    messages: mergeMessages(open.messages, [message]),
    gap: open.gap || (!open.loading && message.seq > lastSeq(open.messages) + 1),
    visitorTyping: message.from === "visitor" ? false : open.visitorTyping,
    staffTyping: open.staffTyping.filter((name) => name !== message.staff?.name),
  }));
}

function reduceTyping(state: DeskState, frame: ConsoleTypingFrame): DeskState {
  return whileOpen(state, frame.conversation, (open) => {
    if (frame.from === "visitor") return { ...open, visitorTyping: frame.on };
    const name = frame.name ?? "";
    const others = open.staffTyping.filter((other) => other !== name);
    return { ...open, staffTyping: frame.on ? [...others, name] : others };
  });
}

function reduceAck(state: DeskState, id: string): DeskState {
  const acked = state.outgoing.find((out) => out.command.id === id);
  if (!acked) return state;
  const { command } = acked;
  const written = command.type === "say" || command.type === "note";
  const shown = written && command.conversation === state.open?.id;
  // A reply stays in sight until the stored message takes its place.
  return shown
    ? changeOutgoing(state, id, (out) => ({ ...out, state: "sent" }))
    : withoutOutgoing(state, id);
}

function reduceError(state: DeskState, frame: ConsoleErrorFrame): DeskState {
  const refused = state.outgoing.find((out) => out.command.id === frame.id);
  const { code, detail, holder } = frame;
  if (refused && (refused.command.type === "say" || refused.command.type === "note")) {
    return changeOutgoing(state, refused.command.id, (out) => ({
      ...out,
      state: "failed",
      detail,
    }));
  }
  const rest = refused ? withoutOutgoing(state, refused.command.id) : state;
  return addNotice(rest, {
    key: `error-${frame.id ?? `${code}-${state.cursor}`}`,
    code,
    detail,
    ...(holder ? { holder } : {}),
    ...(refused ? { command: refused.command } : {}),
  });
}

function openConversation(state: DeskState, id: string): DeskState {
  if (state.open?.id === id) return state;
  const open: OpenConversation = {
    id,
    loading: true,
    messages: [],
    gap: false,
    visitorRead: 0,
    visitorTyping: false,
    staffTyping: [],
  };
  // What was acked is stored: `opened` will bring it when the reader comes back.
  return { ...state, open, outgoing: state.outgoing.filter((out) => out.state !== "sent") };
}

function restore(state: DeskState, outgoing: DeskState["outgoing"]): DeskState {
  const known = new Set(state.outgoing.map((out) => out.command.id));
  const kept = outgoing.filter((out) => !known.has(out.command.id));
  return kept.length === 0 ? state : { ...state, outgoing: [...kept, ...state.outgoing] };
}

function setAvailable(state: DeskState, on: boolean): DeskState {
  if (!state.me) return state;
  const { id } = state.me;
  const staff = state.staff.map((one) => (one.id === id ? { ...one, available: on } : one));
  return { ...state, me: { ...state.me, available: on }, staff };
}

function markRead(state: DeskState, id: string): DeskState {
  const summary = state.conversations[id];
  if (!summary || summary.unread === 0) return state;
  const conversations = { ...state.conversations, [id]: { ...summary, unread: 0 } };
  return { ...state, conversations };
}

/** Adds what a REST list told, never over what the socket told: the socket is newer. */
function addMissing(state: DeskState, summaries: Summary[]): DeskState {
  const requests = { ...state.requests };
  for (const { request } of summaries) {
    if (request && !requests[request.id]) requests[request.id] = request;
  }
  return { ...state, conversations: { ...byId(summaries), ...state.conversations }, requests };
}

/** Changes the open conversation, and drops replies whose stored message has come. */
function whileOpen(
  state: DeskState,
  id: string,
  change: (open: OpenConversation) => OpenConversation,
): DeskState {
  if (state.open?.id !== id) return state;
  const open = change(state.open);
  const stored = new Set(open.messages.map((message) => message.id));
  return { ...state, open, outgoing: state.outgoing.filter((out) => !stored.has(out.command.id)) };
}

function quietTyping(state: DeskState): DeskState {
  const { open } = state;
  if (!open || (!open.visitorTyping && open.staffTyping.length === 0)) return state;
  return { ...state, open: { ...open, visitorTyping: false, staffTyping: [] } };
}

function changeOutgoing(
  state: DeskState,
  id: string,
  change: (out: DeskState["outgoing"][number]) => DeskState["outgoing"][number],
): DeskState {
  const outgoing = state.outgoing.map((out) => (out.command.id === id ? change(out) : out));
  return { ...state, outgoing };
}

function withoutOutgoing(state: DeskState, id: string): DeskState {
  return { ...state, outgoing: state.outgoing.filter((out) => out.command.id !== id) };
}

function addNotice(state: DeskState, notice: DeskState["notices"][number]): DeskState {
  const others = state.notices.filter((other) => other.key !== notice.key);
  return { ...state, notices: [...others, notice].slice(-noticesMax) };
}

function byId<T extends { id: string }>(items: T[]): Record<string, T> {
  return Object.fromEntries(items.map((item) => [item.id, item]));
}
