// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { text } from "../text";
import { call, get, post } from "./rest";

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

describe("a repeat whose first try still runs", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const running = () =>
    Promise.resolve(
      new Response('{"detail":"It has not ended."}', {
        status: 409,
        headers: { "Retry-After": "1" },
      }),
    );

  it("waits and asks again under the same key until it hears how that ended", async () => {
    fetched.mockImplementationOnce(running).mockImplementationOnce(running);
    fetched.mockImplementation(answer);
    const waits = vi.fn();
    const done = call("POST", "rules/publish", { note: "a" }, {}, waits);
    await vi.advanceTimersByTimeAsync(1500);
    expect(waits).toHaveBeenCalledTimes(2);
    expect(fetched).toHaveBeenCalledTimes(2);
    await vi.runAllTimersAsync();
    await expect(done).resolves.toBeDefined();
    expect(new Set(keys()).size).toBe(1);
  });

  it("gives up after a while, in words of its own, and is a new call from then on", async () => {
    fetched.mockImplementation(running);
    const refused = expect(post("rules/publish", { note: "b" })).rejects.toThrow(
      text.common.stillRuns,
    );
    await vi.runAllTimersAsync();
    await refused;
    const asked = fetched.mock.calls.length;
    expect(asked).toBeGreaterThan(30);
    expect(asked).toBeLessThan(200);
    fetched.mockImplementation(answer);
    await post("rules/publish", { note: "b" });
    expect(keys().at(-1)).not.toBe(keys()[0]);
  });

  it("takes another refusal at its word", async () => {
    const taken = new Response('{"detail":"This user name is taken."}', { status: 409 });
    fetched.mockResolvedValue(taken);
    await expect(post("people", { name: "Cay" })).rejects.toThrow("This user name is taken.");
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});
