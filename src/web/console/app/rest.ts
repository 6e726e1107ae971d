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

/** The body of the answer, and its ETag without the quotes. Throws `Refusal` only. */
export async function call<T>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ body: T; tag: string }> {
  const once = createsSomething.test(path) ? keyOf(method, path, body) : null;
  const answer = await send(method, path, body, {
    ...headers,
    ...(once && { "Idempotency-Key": once.key }),
  });
  once?.answered();
  if (!answer.ok) throw await refusalOf(answer, path);
  const tag = (answer.headers.get("ETag") ?? "").replace(/^W\/|"/g, "");
  const content = answer.status === 204 ? undefined : await answer.json();
  return { body: content as T, tag };
}

export const get = async <T>(path: string) => (await call<T>("GET", path)).body;
export const post = async <T>(path: string, body: unknown) =>
  (await call<T>("POST", path, body)).body;

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
