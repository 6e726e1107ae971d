// SPDX-License-Identifier: Apache-2.0
// The socket: says hello, hands every frame to the reducer, sends what the outbox holds, and comes
// back after a cut. It decides when; what a frame means is decided in conversation.ts.
import type { VisitorCommand, VisitorEvent } from "../shared/wire";
import { backoff } from "./backoff";
import { type Conversation, complete, type Event, hasGap, nextToSend } from "./conversation";
import type { Memory } from "./memory";
import type { Store } from "./store";

/** No welcome by then: the server does not answer, whatever TCP believes. */
const welcome_ms = 8_000;
/** No ack by then: the connection is dead. A commit takes milliseconds. */
const ack_ms = 10_000;
/** No ack by then: if this sounds like a crisis, the visitor does not wait for the server. */
const late_ms = 3_000;
/** A gap that is not filled by then is asked for again. */
const gap_ms = 2_000;

type Timer = ReturnType<typeof setTimeout> | undefined;

export interface Connection {
  /** Connects if it is not connected, at once even if it was waiting for the next attempt. */
  open(): void;
  /** Sends if online; what must not be lost goes through the outbox instead. */
  send(command: VisitorCommand): void;
  /** Hangs up and says hello again: another language or another token. */
  again(): void;
  close(): void;
}

export interface Hello {
  locale(): string;
  title(): string;
}

export function createConnection(
  url: string,
  store: Store<Conversation, Event>,
  memory: Memory,
  hello: Hello,
): Connection {
  let socket: WebSocket | null = null;
  let attempts = 0;
  let wanted = false;
  let notBefore_ms = 0; // the server asked us to wait
  let retryTimer: Timer;
  let welcomeTimer: Timer;
  let ackTimer: Timer;
  let lateTimer: Timer;
  let gapTimer: Timer;
  let holdTimer: Timer;

  const heard = (wire: VisitorEvent) => store.dispatch({ wire });
  const link = (to: Conversation["link"]) => store.dispatch({ local: { type: "link", link: to } });
  const write = (command: VisitorCommand) => socket?.send(JSON.stringify(command));

  function sayHello() {
    const { token, messages, notice } = store.get();
    clearTimeout(welcomeTimer);
    welcomeTimer = setTimeout(lost, welcome_ms);
    write({
      type: "hello",
      token,
      after: token ? complete(messages) : 0,
      locale: hello.locale(),
      page: { title: hello.title().slice(0, 120) },
      ...(notice ? { notice } : {}),
    });
  }

  function dial() {
    clearTimeout(retryTimer);
    drop();
    if (navigator.onLine === false) {
      link("offline"); // the `online` event calls again
      return;
    }
    link("connecting");
    let made: WebSocket;
    try {
      made = new WebSocket(url, "frontdesk.v1");
    } catch {
      lost(); // refused by the page's security policy
      return;
    }
    socket = made;
    welcomeTimer = setTimeout(lost, welcome_ms);
    made.onopen = sayHello;
    made.onmessage = (event) => receive(event.data);
    made.onclose = lost;
  }

  function receive(data: unknown) {
    let event: VisitorEvent;
    try {
      event = JSON.parse(String(data)) as VisitorEvent;
    } catch {
      return;
    }
    if (event.type === "welcome") {
      clearTimeout(welcomeTimer);
      attempts = 0;
    }
    if (event.type === "error" && event.retry_after_ms) {
      notBefore_ms = Date.now() + event.retry_after_ms;
    }
    const { token } = store.get();
    if (event.type === "error" && event.code === "unauthorized" && token) {
      // The token is void. What was written stays and goes to a new conversation.
      if (memory.read().token === token) memory.write({ token: null });
      heard(event);
      sayHello();
      return;
    }
    heard(event);
    // Erased: the next hello starts from nothing. Refused with no token at all: wait before asking.
    if (event.type === "forgotten") again();
    else if (event.type === "error" && event.code === "unauthorized") lost();
  }

  /** Detaches the socket first: a late frame or close of an old one must not be heard. */
  function drop() {
    for (const timer of [welcomeTimer, ackTimer, lateTimer, gapTimer]) clearTimeout(timer);
    ackTimer = gapTimer = undefined;
    if (!socket) return;
    const old = socket;
    socket = null;
    old.onopen = old.onmessage = old.onclose = null;
    old.close();
  }

  function lost() {
    drop();
    // One quick return is nobody's concern (a server that restarts, a phone that changes cells).
    link(attempts === 0 && navigator.onLine !== false ? "connecting" : "offline");
    clearTimeout(retryTimer);
    if (!wanted) return;
    const wait = backoff(attempts++, Math.random(), Math.max(0, notBefore_ms - Date.now()));
    retryTimer = setTimeout(dial, wait);
  }

  function again() {
    if (wanted) dial();
  }

  /** After every change: send the next message, watch for the ack, ask for what is missing. */
  function pump(state: Conversation) {
    const next = nextToSend(state);
    if (next && socket) {
      const hold = notBefore_ms - Date.now();
      if (hold > 0) {
        clearTimeout(holdTimer);
        holdTimer = setTimeout(() => pump(store.get()), hold);
        return;
      }
      // Another tab may have begun the conversation: then this one joins it.
      const elsewhere = memory.read().token;
      if (elsewhere && elsewhere !== state.token) {
        store.dispatch({ local: { type: "adopt", token: elsewhere } });
        dial();
        return;
      }
      // Kept before it is sent: if the ack gets lost, the same conversation is asked again.
      memory.write({ token: state.token });
      const { id, text, choice } = next;
      write({
        type: "message",
        id,
        text,
        ...(choice ? { choice } : {}),
        ...(state.notice ? { notice: state.notice } : {}),
      });
      clearTimeout(ackTimer);
      clearTimeout(lateTimer);
      ackTimer = setTimeout(lost, ack_ms);
      lateTimer = setTimeout(() => store.dispatch({ local: { type: "late", id } }), late_ms);
      store.dispatch({ local: { type: "sent", id } });
      return;
    }
    if (!state.outbox.some((o) => o.stage === "sending")) clearTimeout(ackTimer);
    if (!hasGap(state.messages)) {
      clearTimeout(gapTimer);
      gapTimer = undefined;
    } else {
      gapTimer ??= setTimeout(again, gap_ms);
    }
  }

  store.listen((state) => wanted && pump(state));
  const onOnline = () => wanted && !socket && dial();
  const onOffline = () => wanted && lost();
  const onVisible = () => {
    if (document.visibilityState === "visible") onOnline();
  };
  addEventListener("online", onOnline);
  addEventListener("offline", onOffline);
  document.addEventListener("visibilitychange", onVisible);

  return {
    open() {
      wanted = true;
      if (!socket) dial();
    },
    send(command) {
      if (store.get().link === "online") write(command);
    },
    again,
    close() {
      wanted = false;
      clearTimeout(retryTimer);
      clearTimeout(holdTimer);
      drop();
      removeEventListener("online", onOnline);
      removeEventListener("offline", onOffline);
      document.removeEventListener("visibilitychange", onVisible);
    },
  };
}
