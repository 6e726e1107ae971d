// SPDX-License-Identifier: Apache-2.0
// The socket to the server: connects again by itself, resumes with the cursor, and sends again what
// was not acknowledged, with the same ids.
import type { ConsoleCommand, ConsoleEvent } from "../../shared/wire";
import { get, Refusal } from "../app/rest";
import { setClinicZone } from "../parts/time";
import { uuid } from "../parts/uuid";
import { sessionEnded } from "../session/session";
import { contiguousSeq, lastSeq } from "./messages";
import type { Command } from "./state";
import { dispatch, useDesk } from "./store";

const subprotocol = "frontdesk.console.v1";
/** The server closes with this when the login ended while the socket was open. */
const closedSignedOut = 4401;
const waitFirstMs = 500;
/** A commit takes milliseconds: without an answer by then the connection is dead, whatever TCP believes. */
const ackMs = 10_000;
/** Staff look at the screen: longer waits would look like a broken page. */
const waitMaxMs = 10_000;

let socket: WebSocket | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let tries = 0;
let wanted = false;

export function startLink() {
  wanted = true;
  window.addEventListener("online", connectNow);
  window.addEventListener("offline", cut);
  document.addEventListener("visibilitychange", connectNow);
  connect();
}

export function stopLink() {
  wanted = false;
  clearTimeout(timer);
  window.removeEventListener("online", connectNow);
  window.removeEventListener("offline", cut);
  document.removeEventListener("visibilitychange", connectNow);
  socket?.close(1000);
  socket = null;
}

/** Sends if connected; what is lost here is not worth keeping (typing, read marks, watching). */
export function tell(frame: ConsoleCommand) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
}

/** Sends what is to be acknowledged. */
function submit(what: Command) {
  tell(what);
  const over = socket;
  setTimeout(() => {
    const { outgoing } = useDesk.getState();
    const waits = outgoing.some((out) => out.command.id === what.id && out.state === "sending");
    if (waits && over && over === socket) cut();
  }, ackMs);
}

// Omit over a union would keep only the common fields; this keeps each member whole.
type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;

/** Gives the command its id, keeps it until it is acknowledged, and returns the id. */
export function command(wish: WithoutId<Command>): string {
  const id = uuid();
  const numbered = { ...wish, id } as Command;
  dispatch({ kind: "queue", command: numbered, at: new Date().toISOString() });
  submit(numbered);
  return id;
}

export function retry(id: string) {
  dispatch({ kind: "retry", id });
  const out = useDesk.getState().outgoing.find((waiting) => waiting.command.id === id);
  if (out) submit(out.command);
}

export function watch(conversation: string) {
  dispatch({ kind: "open", conversation });
  tell({ type: "open", conversation, after: lastSeq(useDesk.getState().open?.messages ?? []) });
}

export function leave() {
  dispatch({ kind: "leave" });
  tell({ type: "leave" });
}

export function setAvailable(on: boolean) {
  dispatch({ kind: "available", on });
  tell({ type: "available", on });
}

export function connectNow() {
  const idle = !socket || socket.readyState >= WebSocket.CLOSING;
  if (!wanted || !idle || document.visibilityState === "hidden") return;
  clearTimeout(timer);
  connect();
}

function connect() {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const opening = new WebSocket(`${scheme}//${location.host}/v1/console`, subprotocol);
  socket = opening;
  opening.onopen = greet;
  opening.onmessage = (event: MessageEvent<string>) => hear(event.data);
  opening.onclose = (event) => {
    if (socket === opening) lost(event.code);
  };
}

function greet() {
  tries = 0;
  const { cursor, open, outgoing } = useDesk.getState();
  tell({ type: "hello", cursor });
  if (open) tell({ type: "open", conversation: open.id, after: contiguousSeq(open.messages) });
  for (const out of outgoing) if (out.state === "sending") submit(out.command);
  dispatch({ kind: "link", link: "live" });
}

function hear(data: string) {
  const frame = JSON.parse(data) as ConsoleEvent;
  const before = useDesk.getState().open;
  if (frame.type === "inbox") setClinicZone(frame.time_zone);
  dispatch({ kind: "frame", frame });
  const { open } = useDesk.getState();
  if (open?.gap && !before?.gap) {
    tell({ type: "open", conversation: open.id, after: contiguousSeq(open.messages) });
  }
}

/** Gives the socket up without waiting for its goodbye. */
function cut() {
  const dead = socket;
  if (!dead) return;
  socket = null; // so that its own close is not heard
  dead.close();
  lost(0);
}

async function lost(code: number) {
  socket = null;
  if (!wanted) return;
  if (code === closedSignedOut) return sessionEnded();
  const live = useDesk.getState().link === "live";
  dispatch({ kind: "link", link: useDesk.getState().me ? "reconnecting" : "failed" });
  // A refused upgrade tells a page nothing about why; the session's own address does.
  if (!live && (await signedOut())) return sessionEnded();
  const wait = Math.min(waitMaxMs, waitFirstMs * 2 ** tries) * (0.75 + Math.random() / 2);
  tries += 1;
  clearTimeout(timer);
  timer = setTimeout(() => wanted && !socket && connect(), wait);
}

async function signedOut(): Promise<boolean> {
  try {
    await get("session");
    return false;
  } catch (error) {
    return error instanceof Refusal && error.status === 401;
  }
}
