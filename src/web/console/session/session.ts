// SPDX-License-Identifier: Apache-2.0
// Who is signed in. `ended` tells "you were signed out" from "you have not signed in yet".
import { create } from "zustand";
import type { FirstAdmin, Invite, Login, Me } from "../../shared/wire";
import { call, get, onSignedOut, post, Refusal } from "../app/rest";

type Session =
  | { phase: "asking" }
  | { phase: "unreachable"; detail: string }
  | { phase: "out"; ended: boolean }
  | { phase: "in"; me: Me };

export const useSession = create<{ session: Session }>(() => ({ session: { phase: "asking" } }));

const set = (session: Session) => useSession.setState({ session });

export async function askSession() {
  set({ phase: "asking" });
  try {
    set({ phase: "in", me: await get<Me>("session") });
  } catch (error) {
    if (error instanceof Refusal && error.status !== 401) {
      set({ phase: "unreachable", detail: error.detail });
    } else set({ phase: "out", ended: false });
  }
}

export const signIn = async (login: Login) =>
  set({ phase: "in", me: await post<Me>("session", login) });

export const becomeFirstAdmin = async (admin: FirstAdmin) =>
  set({ phase: "in", me: await post<Me>("first-admin", admin) });

export const acceptInvitation = async (invite: Invite) =>
  set({ phase: "in", me: await post<Me>("invite", invite) });

export async function signOut() {
  try {
    await call("DELETE", "session");
  } finally {
    set({ phase: "out", ended: false });
  }
}

/** The server ended the session: idle too long, disabled, or signed out elsewhere. */
export function sessionEnded() {
  if (useSession.getState().session.phase === "in") set({ phase: "out", ended: true });
}

onSignedOut(sessionEnded);
