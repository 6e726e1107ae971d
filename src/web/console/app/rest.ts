// SPDX-License-Identifier: Apache-2.0
// The REST calls of /v1: one function, one kind of error.
import type { Finding, Problem } from "../../shared/wire";
import { uuid } from "../parts/uuid";
import { text } from "../text";

/** A call that was refused (status from the server) or never arrived (status 0). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly findings: Finding[] = [],
  ) {
    super(detail);
  }
}

type Method = "GET" | "POST" | "PATCH" | "DELETE";

let whenSignedOut: () => void = () => {};
/** `listener` hears of each 401 but that of a wrong password. */
export function onSignedOut(listener: () => void) {
  whenSignedOut = listener;
}

/** The body of the answer, and its ETag without the quotes. Throws `Refusal` only. `onWait`: called
 * each time an earlier try of the same call is found to be still under way. */
export async function call<T>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  onWait: () => void = () => {},
): Promise<{ body: T; tag: string }> {
  const once = createsSomething.test(path) ? keyOf(method, path, body) : null;
  const withKey = { ...headers, ...(once && { "Idempotency-Key": once.key }) };
  const answer = await waitFor(() => send(method, path, body, withKey), onWait);
  once?.answered();
  if (stillRuns(answer)) throw new Refusal(answer.status, text.common.stillRuns);
  if (!answer.ok) throw await refusalOf(answer, path);
  const tag = (answer.headers.get("ETag") ?? "").replace(/^W\/|"/g, "");
  const content = answer.status === 204 ? undefined : await answer.json();
  return { body: content as T, tag };
}

export const get = async <T>(path: string) => (await call<T>("GET", path)).body;
export const post = async <T>(path: string, body: unknown, onWait?: () => void) =>
  (await call<T>("POST", path, body, {}, onWait)).body;

/** The calls that the server does once under one key: what they make must not be there twice. */
const createsSomething = /^(people(\/[^/]+\/reset)?|rules\/publish|revisions\/\d+\/rollback)$/;
const unanswered = new Map<string, string>();

/** A call whose answer was lost goes again under its first key: it is done once, and answered as then. */
function keyOf(method: Method, path: string, body: unknown) {
  const same = `${method} ${path} ${JSON.stringify(body)}`;
  const key = unanswered.get(same) ?? uuid();
  unanswered.set(same, key);
  return { key, answered: () => unanswered.delete(same) };
}

/** The first try of a call, whose answer was lost, has not ended: only such a 409 says when to ask. */
const stillRuns = (answer: Response) => answer.status === 409 && answer.headers.has("Retry-After");

// Publishing trains the rules, for seconds. A call that was cut off by the server's end stays as
// begun for a day: there is nothing to wait for.
const asksMax = 60;

async function waitFor(ask: () => Promise<Response>, onWait: () => void): Promise<Response> {
  let answer = await ask();
  for (let asked = 1; stillRuns(answer) && asked < asksMax; asked++) {
    onWait();
    const seconds = Number(answer.headers.get("Retry-After")) || 1;
    await new Promise((goOn) => setTimeout(goOn, Math.min(seconds, 5) * 1000));
    answer = await ask();
  }
  return answer;
}

async function send(
  method: Method,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Response> {
  const guard: Record<string, string> = method === "GET" ? {} : { "X-Frontdesk": "1" };
  const kind: Record<string, string> =
    body === undefined ? {} : { "Content-Type": "application/json" };
  try {
    return await fetch(`/v1/${path}`, {
      method,
      headers: { ...guard, ...kind, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Refusal(0, text.common.unreachable);
  }
}

async function refusalOf(answer: Response, path: string): Promise<Refusal> {
  if (answer.status === 401 && path !== "session" && path !== "password") whenSignedOut();
  try {
    const problem = (await answer.json()) as Partial<Problem>;
    const detail = problem.detail || problem.title || text.common.refused(answer.status);
    return new Refusal(answer.status, detail, problem.findings ?? []);
  } catch {
    return new Refusal(answer.status, text.common.refused(answer.status));
  }
}
