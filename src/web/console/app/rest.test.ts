// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it, vi } from "vitest";
import { get, post } from "./rest";

const fetched =
  vi.fn<(path: string, init: { headers: Record<string, string> }) => Promise<Response>>();
vi.stubGlobal("fetch", fetched);
afterEach(() => fetched.mockReset());

const answer = () => Promise.resolve(new Response("{}", { status: 200 }));
const lost = () => Promise.reject(new TypeError("network"));
const keys = () => fetched.mock.calls.map(([, { headers }]) => headers["Idempotency-Key"]);

it("sends what creates something under a key of its own", async () => {
  fetched.mockImplementation(answer);
  await post("people", { name: "Ben" });
  await post("people", { name: "Ben" });
  const [first, second] = keys();
  expect(first).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(second).not.toBe(first);
});

it("tries again under the same key when the answer was lost, and only the same call", async () => {
  fetched.mockImplementationOnce(lost).mockImplementation(answer);
  await expect(post("revisions/1/rollback", { note: "a" })).rejects.toThrow();
  await post("revisions/1/rollback", { note: "b" });
  await post("revisions/1/rollback", { note: "a" });
  const [first, other, again] = keys();
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

it("sends no key with what creates nothing", async () => {
  fetched.mockImplementation(answer);
  await get("people?limit=200");
  await post("rules/try", { text: "hello" });
  expect(keys()).toEqual([undefined, undefined]);
});
