// SPDX-License-Identifier: Apache-2.0
// The entry: reads the script element's options, puts the widget into the page, and offers
// window.frontdesk to it. Everything else is made here once and handed on.
import { render } from "preact";
import type { Lang } from "../shared/wire";
import { themeOf } from "./colour";
import { createConnection } from "./connection";
import { type Conversation, type Event, type LocalEvent, nothing, step } from "./conversation";
import { type Desk, setDesk } from "./desk";
import { attempt, createMemory } from "./memory";
import { pickLang, readOptions } from "./options";
import { createSettler, watchVisibleArea } from "./settle";
import { attachStyle } from "./sheet";
import { createStore } from "./store";
import { createSurface } from "./surface";
import { setClinicZone } from "./times";
import { change, closed } from "./view";
import { Widget } from "./Widget";
import { words } from "./words";

function start(script: HTMLScriptElement) {
  const server = new URL(script.src, location.href);
  const options = readOptions({ ...script.dataset });
  const memory = createMemory(
    server.origin,
    attempt(() => localStorage),
  );
  const page = attempt(() => sessionStorage);
  const openKey = `frontdesk ${server.origin} open`;
  const draftKey = `frontdesk ${server.origin} draft`;
  const kept = memory.read();
  let lang = pickLang([
    kept.lang,
    options.locale,
    document.documentElement.lang,
    navigator.language,
  ]);

  const store = createStore<Conversation, Event>(step, {
    ...nothing,
    token: kept.token ?? null,
    notice: kept.notice ?? null,
    seen: kept.seen ?? 0,
    rating: kept.rating ?? null,
    settings: kept.settings ?? null,
    outbox: memory.unsent(Date.now()).map((o) => ({ ...o, stage: "queued" })),
  });
  const view = createStore(change, {
    ...closed,
    draft: attempt(() => page?.getItem(draftKey)) ?? "",
  });
  const connection = createConnection(
    `${server.protocol === "http:" ? "ws:" : "wss:"}//${server.host}/v1/chat`,
    store,
    memory,
    { locale: () => lang, title: () => document.title },
  );

  const host = document.createElement("frontdesk-widget");
  for (const [name, value] of Object.entries({
    ...themeOf(options.color),
    "--offset": `${options.offset}px`,
  })) {
    host.style.setProperty(name, value);
  }
  host.dataset.position = options.position;
  const night = matchMedia("(prefers-color-scheme: dark)");
  const shade = () =>
    host.toggleAttribute(
      "data-dark",
      options.theme === "dark" || (options.theme === "auto" && night.matches),
    );
  shade();
  night.addEventListener("change", shade);
  const root = host.attachShadow({ mode: "open" });
  attachStyle(root, script.nonce ?? "");
  const mount = document.createElement("div");
  root.append(mount);

  const settle = createSettler(root);

  const draw = () => {
    const chat = store.get();
    const now: Desk = {
      ...does,
      chat,
      view: view.get(),
      lang,
      words: words[lang],
      clinic: chat.settings?.clinic || words[lang].clinic,
    };
    setDesk(now);
    setClinicZone(chat.settings?.time_zone);
    mount.lang = lang;
    render(<Widget />, mount);
    settle.after(now);
    look();
  };

  /** What is on the screen of somebody who looks at it has been seen. */
  const look = () => {
    const seq = store.get().messages.at(-1)?.seq ?? 0;
    if (view.get().open && document.visibilityState === "visible") local({ type: "seen", seq });
  };

  const local = (event: LocalEvent) => store.dispatch({ local: event });
  const does = {
    show: view.dispatch,
    say: (text: string, choice?: string) =>
      local({
        type: "say",
        id: uuid(),
        text,
        at: new Date().toISOString(),
        ...(choice && { choice }),
      }),
    retry(id: string) {
      local({ type: "retry", id });
      connection.open();
    },
    discard: (id: string) => local({ type: "discard", id }),
    accept: (version: string) => local({ type: "accept", version }),
    typing: (on: boolean) => connection.send({ type: "typing", on }),
    rate(value: 1 | 2 | 3 | 4 | 5) {
      connection.send({ type: "rate", value });
      local({ type: "rated", value });
    },
    end: () => connection.send({ type: "end" }),
    forget: () => connection.send({ type: "forget" }),
    connect: connection.open,
    speak(next: Lang) {
      lang = next;
      memory.write({ lang });
      draw();
      connection.again();
    },
  };

  const surface = createSurface(host, view, () => {
    gone = true;
    connection.close();
    render(null, mount);
    host.remove();
  });

  let gone = false;
  store.listen((state, before) => {
    if (gone) return;
    // Kept at once, so that a reload or another page goes on from here.
    if (state.settings !== before.settings && state.settings)
      memory.write({ settings: state.settings });
    if (state.notice !== before.notice) memory.write({ notice: state.notice });
    if (state.rating !== before.rating) memory.write({ rating: state.rating });
    if (state.erased && !before.erased)
      memory.write({ token: null, notice: null, seen: 0, rating: null });
    if (state.messages.length > 0 && state.token !== before.token)
      memory.write({ token: state.token });
    if (state.outbox !== before.outbox) {
      const ids = new Set(state.outbox.map((o) => o.id));
      for (const o of before.outbox) if (!ids.has(o.id)) memory.dropUnsent(o.id);
      for (const o of state.outbox) if (!before.outbox.includes(o)) memory.keepUnsent(o);
    }
    if (state.seen > before.seen) {
      memory.write({ seen: state.seen });
      connection.send({ type: "read", seq: state.seen });
    }
    surface.told(state, before);
  });

  store.listen(() => gone || draw());
  view.listen((now, before) => {
    if (gone) return;
    if (now.open && !before.open) connection.open();
    attempt(() => page?.setItem(openKey, now.open ? "1" : ""));
    attempt(() => page?.setItem(draftKey, now.draft));
    draw();
  });
  memory.onChange((now) => {
    if (gone) return;
    const mine = store.get();
    if (now.notice) local({ type: "accept", version: now.notice });
    if (now.seen) local({ type: "seen", seq: now.seen });
    // Begun, or erased, in another tab.
    if ((now.token ?? null) !== mine.token && (now.token || mine.messages.length > 0)) {
      local({ type: "adopt", token: now.token ?? null });
      connection.again();
    }
  });
  document.addEventListener("visibilitychange", () => gone || look());
  root.addEventListener("pointerdown", (event) => {
    if (!(event.target as Element).closest(".menu, [aria-expanded]")) does.show({ menu: false });
  });
  root.addEventListener(
    "scroll",
    (event) => {
      const list = event.target as HTMLElement;
      if (list.matches(".list") && settle.scrolled(list)) does.show({ behind: false });
    },
    true,
  );
  watchVisibleArea(host);

  // On a desk the panel stays open from page to page; on a phone it would hide the page just chosen.
  const wide = matchMedia("(min-width: 600px) and (min-height: 560px)").matches;
  const wasOpen = attempt(() => page?.getItem(openKey));
  document.body.append(host);
  draw();
  does.show({ open: wide && (wasOpen === "1" || (options.open && wasOpen !== "")) });
  // A known visitor is connected at once, for the badge; a new one costs the server nothing yet.
  if (kept.token || store.get().outbox.length > 0) connection.open();
  surface.ready();
}

/** crypto.randomUUID exists only on https pages and localhost; an object URL ends in a UUID everywhere. */
function uuid(): string {
  const url = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(url);
  return url.slice(-36);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !document.querySelector("frontdesk-widget")) {
  if (document.body) start(script);
  else addEventListener("DOMContentLoaded", () => start(script));
}
