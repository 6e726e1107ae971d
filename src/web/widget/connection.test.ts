// @vitest-environment jsdom
// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { VisitorEvent } from "../shared/wire";
import { type Connection, createConnection } from "./connection";
import { type Conversation, type Event, nothing, step } from "./conversation";
import { createMemory } from "./memory";
import { createStore, type Store } from "./store";

/** The other end: what was dialled and said, and what the server says. */
class FakeSocket {
  static all: FakeSocket[] = [];
  sent: { type: string; [key: string]: unknown }[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  constructor(
    readonly url: string,
    readonly protocol: string,
  ) {
    FakeSocket.all.push(this);
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  close() {}
  says(event: VisitorEvent) {
    this.onmessage?.({ data: JSON.stringify(event) });
  }
  heard(type: string) {
    return this.sent.filter((frame) => frame.type === type);
  }
}

const at = "2026-03-10T13:30:00.123Z";
const welcome = (token: string): VisitorEvent => ({
  type: "welcome",
  conversation: `c-${token}`,
  token,
  status: "bot",
  messages: [],
  settings: {
    clinic: "Test Clinic",
    languages: ["en"],
    locale: "en",
    text_max: 2000,
    notice: { version: "1", text: { en: "", es: "" } },
    welcome: { en: { text: "", choices: [] }, es: { text: "", choices: [] } },
    open: true,
    staff_online: true,
    time_zone: "America/New_York",
    crisis: { title: { en: "", es: "" }, actions: { en: [], es: [] } },
  },
});

let store: Store<Conversation, Event>;
let connection: Connection;
const memory = createMemory("https://chat.clinic.example", localStorage);
const last = () => FakeSocket.all.at(-1) as FakeSocket;
const say = (id: string) => store.dispatch({ local: { type: "say", id, text: id, at } });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("WebSocket", FakeSocket);
  FakeSocket.all = [];
  localStorage.clear();
  store = createStore<Conversation, Event>(step, { ...nothing, notice: "1" });
  connection = createConnection("wss://chat.clinic.example/v1/chat", store, memory, {
    locale: () => "en",
    title: () => "Home",
  });
});
afterEach(() => {
  connection.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function online(token = "t1") {
  connection.open();
  last().onopen?.();
  last().says(welcome(token));
}

it("says hello once, with what it knows", () => {
  online();
  expect(last().protocol).toBe("frontdesk.v1");
  expect(last().sent).toEqual([
    { type: "hello", token: null, after: 0, locale: "en", page: { title: "Home" }, notice: "1" },
  ]);
});

it("keeps the token before the first message leaves, and sends one at a time", () => {
  online();
  expect(memory.read().token).toBeUndefined();
  say("a");
  say("b");
  expect(memory.read().token).toBe("t1");
  expect(
    last()
      .heard("message")
      .map((m) => m.id),
  ).toEqual(["a"]);
  last().says({ type: "ack", id: "a", seq: 1, at });
  expect(
    last()
      .heard("message")
      .map((m) => m.id),
  ).toEqual(["a", "b"]);
});

it("comes back after a cut with its token and sends again what has no ack", () => {
  online();
  say("a");
  last().onclose?.();
  expect(store.get().link).toBe("connecting");
  vi.advanceTimersByTime(1_000);
  expect(FakeSocket.all).toHaveLength(2);
  last().onopen?.();
  expect(last().sent[0]).toMatchObject({ type: "hello", token: "t1", after: 0 });
  last().says(welcome("t1"));
  expect(
    last()
      .heard("message")
      .map((m) => m.id),
  ).toEqual(["a"]);
});

it("hangs up on a server that does not acknowledge", () => {
  online();
  say("a");
  vi.advanceTimersByTime(3_000);
  expect(store.get().outbox[0]?.late).toBe(true);
  vi.advanceTimersByTime(8_000);
  expect(FakeSocket.all.length).toBeGreaterThan(1);
});

it("is offline after a failed attempt and tries less and less often", () => {
  connection.open();
  vi.advanceTimersByTime(60_000); // nobody answers
  expect(store.get().link).toBe("offline");
  const first = FakeSocket.all.length;
  vi.advanceTimersByTime(300_000);
  const later = (FakeSocket.all.length - first) / 5;
  expect(later).toBeLessThan(first);
  expect(later).toBeGreaterThan(1);
});

it("waits as long as the server asks before it sends again", () => {
  online();
  say("a");
  last().says({ type: "error", code: "rate_limited", detail: "", id: "a", retry_after_ms: 5_000 });
  vi.advanceTimersByTime(4_900);
  expect(last().heard("message")).toHaveLength(1);
  vi.advanceTimersByTime(200);
  expect(last().heard("message")).toHaveLength(2);
});

it("begins anew on the same socket when its token is void, and loses nothing", () => {
  store.dispatch({ local: { type: "adopt", token: "old" } });
  connection.open();
  say("a");
  last().onopen?.();
  last().says({ type: "error", code: "unauthorized", detail: "" });
  expect(last().heard("message")).toEqual([]);
  expect(last().heard("hello")[1]).toMatchObject({ token: null, after: 0 });
  last().says(welcome("new"));
  expect(
    last()
      .heard("message")
      .map((m) => m.id),
  ).toEqual(["a"]);
});

it("does not hammer a server that refuses even a visitor without a token", () => {
  connection.open();
  last().onopen?.();
  last().says({ type: "error", code: "unauthorized", detail: "" });
  expect(last().heard("hello")).toHaveLength(1);
});

it("joins the conversation that another tab has begun", () => {
  online();
  memory.write({ token: "other" });
  say("a");
  expect(FakeSocket.all).toHaveLength(2);
  expect(FakeSocket.all[0]?.heard("message")).toEqual([]);
  last().onopen?.();
  expect(last().sent[0]).toMatchObject({ token: "other" });
  last().says(welcome("other"));
  expect(
    last()
      .heard("message")
      .map((m) => m.id),
  ).toEqual(["a"]);
});

it("asks again for what is missing between two messages", () => {
  online();
  last().says({ type: "message", seq: 1, from: "bot", text: "1", at });
  last().says({ type: "message", seq: 3, from: "bot", text: "3", at });
  vi.advanceTimersByTime(2_100);
  expect(FakeSocket.all).toHaveLength(2);
  last().onopen?.();
  expect(last().sent[0]).toMatchObject({ after: 1 });
});

it("keeps unsent messages one by one, and drops them after a day", () => {
  const now = Date.parse(at);
  memory.keepUnsent({ id: "a", text: "a", at, stage: "queued" });
  memory.keepUnsent({ id: "b", text: "b", at, stage: "queued" });
  memory.dropUnsent("b");
  expect(memory.unsent(now + 1000).map((o) => o.id)).toEqual(["a"]);
  expect(memory.unsent(now + 25 * 3600 * 1000)).toEqual([]);
});
