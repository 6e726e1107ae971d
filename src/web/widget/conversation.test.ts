// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Message, Settings, VisitorEvent, WelcomeFrame } from "../shared/wire";
import {
  type Conversation,
  complete,
  type Event,
  hasGap,
  type LocalEvent,
  needsNotice,
  nextToSend,
  nothing,
  step,
  unread,
} from "./conversation";

const settings: Settings = {
  clinic: "Test Clinic",
  languages: ["en", "es"],
  locale: "en",
  text_max: 2000,
  notice: { version: "1", text: { en: "n", es: "n" } },
  welcome: { en: { text: "w", choices: [] }, es: { text: "w", choices: [] } },
  open: true,
  staff_online: true,
  time_zone: "America/New_York",
  crisis: { title: { en: "t", es: "t" }, actions: { en: [], es: [] } },
};
const at = "2026-03-10T13:30:00.123Z";
const bot = (seq: number, text = `bot ${seq}`): Message => ({ seq, from: "bot", text, at });
const visitor = (seq: number, id: string): Message => ({ seq, from: "visitor", text: id, at, id });
const welcome = (messages: Message[] = [], more: Partial<WelcomeFrame> = {}): WelcomeFrame => ({
  type: "welcome",
  conversation: "c1",
  token: "t1",
  status: "bot",
  messages,
  settings,
  ...more,
});
const wire = (event: VisitorEvent): Event => ({ wire: event });
const local = (event: LocalEvent): Event => ({ local: event });
const say = (id: string): Event => local({ type: "say", id, text: id, at });
const run = (...events: Event[]): Conversation => events.reduce(step, { ...nothing, notice: "1" });

describe("messages", () => {
  it("are kept by seq, whatever the order of arrival, each once", () => {
    const s = run(
      wire(welcome()),
      wire({ type: "message", ...bot(2) }),
      wire({ type: "message", ...bot(1) }),
      wire({ type: "message", ...bot(2) }),
    );
    expect(s.messages.map((m) => m.seq)).toEqual([1, 2]);
  });

  it("of a later welcome are added to those at hand", () => {
    const s = run(wire(welcome([bot(1)])), wire(welcome([bot(2), bot(3)])));
    expect(s.messages.map((m) => m.seq)).toEqual([1, 2, 3]);
  });

  it("of another conversation replace them", () => {
    const s = run(
      wire(welcome([bot(1), bot(2)])),
      wire(welcome([bot(1, "new")], { conversation: "c2" })),
    );
    expect(s.messages.map((m) => m.text)).toEqual(["new"]);
  });

  it("with a gap ask again from before the gap", () => {
    const s = run(wire(welcome([bot(1)])), wire({ type: "message", ...bot(3) }));
    expect(hasGap(s.messages)).toBe(true);
    expect(complete(s.messages)).toBe(1);
  });

  it("from others count as unread until seen", () => {
    const s = run(wire(welcome([bot(1), visitor(2, "a"), bot(3)])));
    expect(unread(s)).toBe(2);
    expect(unread(step(s, local({ type: "seen", seq: 3 })))).toBe(0);
    expect(step(s, local({ type: "seen", seq: 3 })).seen).toBe(3);
  });
});

describe("what the visitor writes", () => {
  it("waits, goes out, and becomes a message with the ack", () => {
    let s = run(wire(welcome()), say("a"));
    expect(nextToSend(s)?.id).toBe("a");
    s = step(s, local({ type: "sent", id: "a" }));
    expect(nextToSend(s)).toBeUndefined();
    s = step(s, wire({ type: "ack", id: "a", seq: 1, at }));
    expect(s.outbox).toEqual([]);
    expect(s.messages).toEqual([{ seq: 1, from: "visitor", text: "a", at, id: "a" }]);
  });

  it("goes out one at a time and in order", () => {
    const s = run(wire(welcome()), say("a"), say("b"), local({ type: "sent", id: "a" }));
    expect(nextToSend(s)).toBeUndefined();
    expect(nextToSend(step(s, wire({ type: "ack", id: "a", seq: 1, at })))?.id).toBe("b");
  });

  it("waits again after a cut", () => {
    const s = run(
      wire(welcome()),
      say("a"),
      local({ type: "sent", id: "a" }),
      local({ type: "link", link: "offline" }),
    );
    expect(s.outbox[0]?.stage).toBe("queued");
    expect(nextToSend(s)).toBeUndefined();
    expect(nextToSend(step(s, wire(welcome())))?.id).toBe("a");
  });

  it("is not sent again when the ack was lost but the welcome shows it", () => {
    const s = run(
      wire(welcome()),
      say("a"),
      local({ type: "sent", id: "a" }),
      local({ type: "link", link: "connecting" }),
      wire(welcome([visitor(1, "a"), bot(2)])),
    );
    expect(s.outbox).toEqual([]);
    expect(s.messages).toHaveLength(2);
  });

  it("is not sent before the notice in force was accepted", () => {
    const s = [wire(welcome()), say("a")].reduce(step, nothing);
    expect(needsNotice(s)).toBe(true);
    expect(nextToSend(s)).toBeUndefined();
    expect(nextToSend(step(s, local({ type: "accept", version: "1" })))?.id).toBe("a");
  });

  it("asks for the notice again when its version changes", () => {
    const s = run(
      wire(
        welcome([], {
          settings: { ...settings, notice: { version: "2", text: { en: "", es: "" } } },
        }),
      ),
    );
    expect(needsNotice(s)).toBe(true);
  });

  it("is shown as refused when too long, and can be tried again or removed", () => {
    const s = run(
      wire(welcome()),
      say("a"),
      local({ type: "sent", id: "a" }),
      wire({ type: "error", code: "too_long", detail: "", id: "a" }),
    );
    expect(s.outbox[0]).toMatchObject({ stage: "refused", code: "too_long" });
    expect(nextToSend(s)).toBeUndefined();
    expect(nextToSend(step(s, local({ type: "retry", id: "a" })))?.id).toBe("a");
    expect(step(s, local({ type: "discard", id: "a" })).outbox).toEqual([]);
  });

  it("stays in line when the server is busy", () => {
    const s = run(
      wire(welcome()),
      say("a"),
      local({ type: "sent", id: "a" }),
      wire({ type: "error", code: "busy", detail: "", id: "a", retry_after_ms: 100 }),
    );
    expect(s.outbox[0]?.stage).toBe("queued");
  });

  it("survives a void token and goes to the next conversation", () => {
    let s = run(
      wire(welcome([bot(1)])),
      say("a"),
      wire({ type: "error", code: "unauthorized", detail: "" }),
    );
    expect(s).toMatchObject({ token: null, id: null, messages: [] });
    s = step(s, wire(welcome([], { conversation: "c2", token: "t2" })));
    expect(nextToSend(s)?.id).toBe("a");
  });
});

describe("the rest", () => {
  it("forgetting leaves nothing but the settings", () => {
    const s = run(wire(welcome([bot(1)])), say("a"), wire({ type: "forgotten" }));
    expect(s).toMatchObject({
      token: null,
      messages: [],
      outbox: [],
      notice: null,
      erased: true,
      settings,
    });
  });

  it("offline stays offline until a welcome", () => {
    let s = run(
      local({ type: "link", link: "offline" }),
      local({ type: "link", link: "connecting" }),
    );
    expect(s.link).toBe("offline");
    s = step(s, wire(welcome()));
    expect(s.link).toBe("online");
  });

  it("a status without a place or a name drops the old ones", () => {
    const s = run(
      wire(welcome([], { status: "waiting", position: 2 })),
      wire({ type: "status", status: "bot" }),
    );
    expect(s.position).toBeUndefined();
  });

  it("what staff type ends with their message", () => {
    const s = run(
      wire(welcome()),
      wire({ type: "typing", from: "staff", on: true }),
      wire({ type: "message", ...bot(1), from: "staff" }),
    );
    expect(s.staffTyping).toBe(false);
  });

  it("an unknown event changes nothing", () => {
    const s = run(wire(welcome()));
    expect(step(s, wire({ type: "confetti" } as unknown as VisitorEvent))).toBe(s);
  });
});

/** A server in thirty lines: dedupes by id, numbers without gaps, answers each visitor message. */
class FakeServer {
  log: Message[] = [];
  hello(from: number): VisitorEvent {
    return welcome(this.log.filter((m) => m.seq > from));
  }
  message(id: string): VisitorEvent[] {
    const old = this.log.find((m) => m.id === id);
    if (old) return [{ type: "ack", id, seq: old.seq, at }];
    const seq = this.log.length + 1;
    this.log.push(visitor(seq, id), bot(seq + 1));
    return [
      { type: "ack", id, seq, at },
      { type: "message", ...bot(seq + 1) },
    ];
  }
  staff(): VisitorEvent[] {
    const m: Message = { seq: this.log.length + 1, from: "staff", text: "s", at };
    this.log.push(m);
    return [{ type: "message", ...m }];
  }
}

/** mulberry32: the same seed, the same story. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe("any order of cuts, repeats and overlaps", () => {
  it.each(Array.from({ length: 300 }, (_, i) => i + 1))(
    "converges to the server's list (seed %i)",
    (seed) => {
      const chance = random(seed);
      const server = new FakeServer();
      const tabs = [run(), run()];
      const pipes: VisitorEvent[][] = [[], []]; // frames on their way to each tab
      const up = [false, false];
      let written = 0;

      const broadcast = (events: VisitorEvent[], to?: number) => {
        for (const tab of [0, 1]) {
          if (!up[tab]) continue;
          for (const e of events) {
            if (tab === to || e.type !== "ack") pipes[tab]?.push(e);
          }
        }
      };
      const act = (tab: number, calm: boolean) => {
        let s = tabs[tab] as Conversation;
        const pipe = pipes[tab] as VisitorEvent[];
        const dice = chance();
        if (!up[tab]) {
          if (calm || dice < 0.5) {
            up[tab] = true;
            pipe.push(server.hello(chance() < 0.2 ? 0 : complete(s.messages)));
          }
        } else if (!calm && dice < 0.15) {
          up[tab] = false; // a cut: what was on its way is lost, or part of it still arrives
          const arrived = pipe.splice(0, Math.floor(chance() * (pipe.length + 1)));
          for (const e of arrived) s = step(s, wire(e));
          pipe.length = 0;
          s = step(s, local({ type: "link", link: "offline" }));
        } else if (pipe.length > 0) {
          const event = pipe.shift() as VisitorEvent;
          s = step(s, wire(event));
          if (!calm && chance() < 0.1) s = step(s, wire(event)); // a repeat
        }
        if (!calm && chance() < 0.2 && written < 12) s = step(s, say(`m${++written}`));
        const next = up[tab] ? nextToSend(s) : undefined;
        if (next) {
          s = step(s, local({ type: "sent", id: next.id }));
          if (calm || chance() < 0.8) broadcast(server.message(next.id), tab);
          else {
            up[tab] = false; // the frame never arrived
            pipe.length = 0;
            s = step(s, local({ type: "link", link: "offline" }));
          }
        }
        if (!calm && chance() < 0.05) broadcast(server.staff());
        tabs[tab] = s;
      };

      for (let i = 0; i < 150; ++i) act(chance() < 0.5 ? 0 : 1, false);
      for (const tab of [0, 1]) {
        // A gap makes the page connect again; here everybody does, once.
        up[tab] = false;
        (pipes[tab] as VisitorEvent[]).length = 0;
        tabs[tab] = step(tabs[tab] as Conversation, local({ type: "link", link: "offline" }));
      }
      for (let i = 0; i < 200; ++i) act(i % 2, true);

      for (const s of tabs) {
        expect(s.outbox).toEqual([]);
        expect(s.messages.map((m) => [m.seq, m.from, m.id])).toEqual(
          server.log.map((m) => [m.seq, m.from, m.id]),
        );
      }
      expect(server.log.filter((m) => m.from === "visitor")).toHaveLength(written);
    },
  );
});
