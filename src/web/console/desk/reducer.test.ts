// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { ConsoleEvent, ConsoleMessage, Summary } from "../../shared/wire";
import { contiguousSeq } from "./messages";
import { reduceDesk } from "./reducer";
import { type DeskEvent, type DeskState, emptyDesk } from "./state";

const at = "2026-03-10T13:30:00.000Z";

function summary(id: string, more: Partial<Summary> = {}): Summary {
  return {
    id,
    status: "bot",
    language: "en",
    started_at: at,
    last: null,
    unread: 0,
    online: true,
    ...more,
  };
}

function line(seq: number, more: Partial<ConsoleMessage> = {}): ConsoleMessage {
  return { seq, from: "visitor", text: `line ${seq}`, at, ...more };
}

function inbox(cursor: number, conversations: Summary[]): ConsoleEvent {
  return {
    type: "inbox",
    cursor,
    me: { id: "ana", name: "Ana", role: "staff", available: true },
    time_zone: "America/New_York",
    staff: [{ id: "ana", name: "Ana", available: true }],
    conversations,
    requests: [],
  };
}

/** A desk that tells its story line by line. */
class Desk {
  state: DeskState = emptyDesk;
  hears(...frames: ConsoleEvent[]) {
    for (const frame of frames) this.state = reduceDesk(this.state, { kind: "frame", frame });
    return this;
  }
  does(...events: DeskEvent[]) {
    for (const event of events) this.state = reduceDesk(this.state, event);
    return this;
  }
  seqs() {
    return this.state.open?.messages.map((message) => message.seq);
  }
}

const watching = () =>
  new Desk()
    .hears(inbox(10, [summary("c1"), summary("c2")]))
    .does({ kind: "open", conversation: "c1" })
    .hears({ type: "opened", conversation: "c1", messages: [line(1), line(2)] });

const say = (id: string, conversation = "c1"): DeskEvent => ({
  kind: "queue",
  at,
  command: { type: "say", id, conversation, text: "hello" },
});

describe("the list", () => {
  it("is what the snapshot says", () => {
    const desk = new Desk().hears(inbox(10, [summary("c1"), summary("c2")]));
    expect(Object.keys(desk.state.conversations)).toEqual(["c1", "c2"]);
    expect(desk.state.cursor).toBe(10);
  });

  it("follows a delta and moves the cursor", () => {
    const waiting = summary("c1", { status: "waiting", position: 1 });
    const desk = new Desk().hears(inbox(10, [summary("c1")]), {
      type: "summary",
      cursor: 11,
      conversation: waiting,
    });
    expect(desk.state.conversations.c1?.status).toBe("waiting");
    expect(desk.state.cursor).toBe(11);
  });

  it("does not go back when a delta is heard twice after a cut", () => {
    const waiting = summary("c1", { status: "waiting" });
    const desk = new Desk().hears(
      inbox(10, [summary("c1")]),
      { type: "summary", cursor: 11, conversation: waiting },
      { type: "summary", cursor: 12, conversation: summary("c1", { status: "staff" }) },
      { type: "summary", cursor: 11, conversation: waiting },
    );
    expect(desk.state.conversations.c1?.status).toBe("staff");
    expect(desk.state.cursor).toBe(12);
  });

  it("forgets what a fresh snapshot no longer has", () => {
    const desk = new Desk().hears(inbox(10, [summary("c1"), summary("c2")]));
    desk.hears(inbox(40, [summary("c2")]));
    expect(Object.keys(desk.state.conversations)).toEqual(["c2"]);
  });

  it("takes a snapshot with a lower cursor for what it is: the server began anew", () => {
    const desk = new Desk().hears(inbox(40, [summary("c1")]), inbox(3, [summary("c2")]));
    expect(desk.state.cursor).toBe(3);
    desk.hears({ type: "summary", cursor: 4, conversation: summary("c3") });
    expect(Object.keys(desk.state.conversations)).toEqual(["c2", "c3"]);
  });

  it("keeps the request that came with a summary", () => {
    const request = {
      id: "r1",
      conversation: "c1",
      status: "open" as const,
      name: "Rosa",
      contact: "rosa@example.com",
      times: "Tuesday morning",
      returning: null,
      created_at: at,
      language: "es" as const,
    };
    const desk = new Desk().hears(inbox(10, []), {
      type: "summary",
      cursor: 11,
      conversation: summary("c1", { request }),
    });
    expect(desk.state.requests.r1?.name).toBe("Rosa");
  });

  it("closes an erased conversation in front of the reader, and says so", () => {
    const desk = watching().hears({ type: "gone", cursor: 11, conversation: "c1" });
    expect(desk.state.open).toBeNull();
    expect(desk.state.conversations.c1).toBeUndefined();
    expect(desk.state.notices[0]?.code).toBe("gone");
  });

  it("adds older conversations without touching newer knowledge", () => {
    const desk = new Desk().hears(inbox(10, [summary("c1", { status: "staff" })])).does({
      kind: "older",
      conversations: [summary("c1", { status: "closed" }), summary("c0", { status: "closed" })],
      next: null,
    });
    expect(desk.state.conversations.c1?.status).toBe("staff");
    expect(desk.state.conversations.c0?.status).toBe("closed");
    expect(desk.state.olderNext).toBeNull();
  });
});

describe("an open conversation", () => {
  it("shows each message once, in order, however they come", () => {
    const desk = watching().hears(
      { type: "message", conversation: "c1", message: line(3) },
      { type: "message", conversation: "c1", message: line(3) },
      { type: "opened", conversation: "c1", messages: [line(2), line(3), line(4)] },
    );
    expect(desk.seqs()).toEqual([1, 2, 3, 4]);
  });

  it("notices a gap, and the answer to asking again closes it", () => {
    const desk = watching().hears({ type: "message", conversation: "c1", message: line(5) });
    expect(desk.state.open?.gap).toBe(true);
    expect(contiguousSeq(desk.state.open?.messages ?? [])).toBe(2);
    desk.hears({ type: "opened", conversation: "c1", messages: [line(3), line(4), line(5)] });
    expect(desk.state.open?.gap).toBe(false);
    expect(desk.seqs()).toEqual([1, 2, 3, 4, 5]);
  });

  it("resumes after a cut with what came since", () => {
    const desk = watching()
      .does({ kind: "link", link: "reconnecting" }, { kind: "link", link: "live" })
      .hears({ type: "opened", conversation: "c1", messages: [line(3)] });
    expect(desk.seqs()).toEqual([1, 2, 3]);
  });

  it("ignores messages of a conversation that was left", () => {
    const desk = watching().does({ kind: "open", conversation: "c2" });
    desk.hears({ type: "message", conversation: "c1", message: line(3) });
    expect(desk.seqs()).toEqual([]);
  });

  it("stops showing that the visitor types once the message is there", () => {
    const desk = watching();
    desk.hears({ type: "typing", conversation: "c1", from: "visitor", on: true });
    expect(desk.state.open?.visitorTyping).toBe(true);
    desk.hears({ type: "message", conversation: "c1", message: line(3) });
    expect(desk.state.open?.visitorTyping).toBe(false);
  });

  it("forgets who was typing when the connection is lost", () => {
    const desk = watching();
    desk.hears({ type: "typing", conversation: "c1", from: "staff", name: "Ben", on: true });
    expect(desk.state.open?.staffTyping).toEqual(["Ben"]);
    desk.does({ kind: "link", link: "reconnecting" });
    expect(desk.state.open?.staffTyping).toEqual([]);
  });

  it("never takes a read mark back", () => {
    const desk = watching().hears(
      { type: "read", conversation: "c1", seq: 2 },
      { type: "read", conversation: "c1", seq: 1 },
    );
    expect(desk.state.open?.visitorRead).toBe(2);
  });
});

describe("a reply", () => {
  const stored = (id: string): ConsoleEvent => ({
    type: "message",
    conversation: "c1",
    message: line(3, { from: "staff", id }),
  });

  it("stays in sight until the stored message takes its place", () => {
    const desk = watching().does(say("m1")).hears({ type: "ack", id: "m1", seq: 3 });
    expect(desk.state.outgoing.map((out) => out.state)).toEqual(["sent"]);
    desk.hears(stored("m1"));
    expect(desk.state.outgoing).toEqual([]);
  });

  it("is gone from the outgoing when the message comes before the ack", () => {
    const desk = watching().does(say("m1")).hears(stored("m1"), { type: "ack", id: "m1", seq: 3 });
    expect(desk.state.outgoing).toEqual([]);
    expect(desk.seqs()).toEqual([1, 2, 3]);
  });

  it("that was stored before the cut is not shown twice after it", () => {
    const desk = watching().does(say("m1"), { kind: "link", link: "reconnecting" });
    const missed = [line(3, { from: "staff", id: "m1" })];
    desk.hears({ type: "opened", conversation: "c1", messages: missed });
    expect(desk.state.outgoing).toEqual([]);
  });

  it("that was refused waits for a decision, and goes again with the same id", () => {
    const desk = watching()
      .does(say("m1"))
      .hears({ type: "error", code: "busy", detail: "Try again.", id: "m1" });
    expect(desk.state.outgoing[0]).toMatchObject({ state: "failed", detail: "Try again." });
    desk.does({ kind: "retry", id: "m1" });
    expect(desk.state.outgoing[0]).toMatchObject({ state: "sending", command: { id: "m1" } });
  });

  it("from before a reload is restored once", () => {
    const kept = watching().does(say("m1")).state.outgoing;
    const desk = new Desk()
      .does({ kind: "restore", outgoing: kept })
      .does({ kind: "restore", outgoing: kept });
    expect(desk.state.outgoing).toHaveLength(1);
  });
});

describe("who holds it", () => {
  it("tells who was first when two take at once", () => {
    const desk = watching()
      .does({ kind: "queue", at, command: { type: "take", id: "t1", conversation: "c1" } })
      .hears({
        type: "error",
        code: "conflict",
        detail: "Taken.",
        id: "t1",
        holder: { id: "ben", name: "Ben" },
      });
    expect(desk.state.outgoing).toEqual([]);
    expect(desk.state.notices[0]).toMatchObject({ code: "conflict", holder: { name: "Ben" } });
    desk.does({ kind: "told", key: desk.state.notices[0]?.key ?? "" });
    expect(desk.state.notices).toEqual([]);
  });

  it("lets the server correct the availability switch", () => {
    const desk = watching().does({ kind: "available", on: false });
    expect(desk.state.me?.available).toBe(false);
    desk.hears({ type: "staff", staff: [{ id: "ana", name: "Ana", available: true }] });
    expect(desk.state.me?.available).toBe(true);
  });
});

describe("the end of a session", () => {
  it("takes every conversation off the screen", () => {
    const desk = watching().does({ kind: "signed_out" });
    expect(desk.state).toEqual({ ...emptyDesk, link: "ended" });
  });

  it("leaves a frame of a newer server alone", () => {
    const desk = watching();
    const before = desk.state;
    desk.hears({ type: "weather" } as unknown as ConsoleEvent);
    expect(desk.state).toBe(before);
  });
});
