// What a visitor can rely on: the same chat after a reload, on another page and in another tab; nothing lost by a
// cut; an end that is none; erasing. And on any screen, with any hand: keyboard only, 320 pixels, zoomed, no motion.
import { expect, test } from "@playwright/test";
import { Desk, phone } from "../support/desk";
import { look } from "../support/look";
import { Visitor } from "../support/visitor";

let desk: Desk;
test.beforeAll(async ({ browser }) => {
  desk = await Desk.open(browser);
});
test.afterAll(() => desk?.close());

test("a reply that comes while the chat is closed is counted on the button, here and on another page", async () => {
  const visitor = await desk.held("do you see people with long covid");
  await visitor.panel.getByRole("button", { name: "Close chat" }).click();
  await expect(visitor.launcher).toBeFocused();
  await desk.ana.reply("I will ask the doctor.");
  await expect(visitor.page.getByRole("button", { name: "Open chat, 1 new message" })).toBeVisible();
  await look(visitor.page, "visitor-unread");
  await visitor.visit(`${desk.program.url}/?page=2`);
  await expect(visitor.page.getByRole("button", { name: "Open chat, 1 new message" })).toBeVisible();
  await visitor.open();
  await expect(visitor.bubble("I will ask the doctor.")).toBeVisible();
  await visitor.panel.getByRole("button", { name: "Close chat" }).click();
  await expect(visitor.page.getByRole("button", { name: "Ask a question" })).toHaveCount(2); // the page has its own
});

test("what is written while the network is cut is kept over a reload and arrives once", async () => {
  const visitor = await desk.chatting();
  await visitor.ask("what is fibromyalgia", /pain/i);
  await visitor.context.setOffline(true);
  await visitor.say("how much does it cost");
  await expect(visitor.panel.getByText("We cannot reach the clinic. We keep trying.")).toBeVisible({ timeout: 30_000 });
  await expect(visitor.panel.getByRole("link", { name: "Call 988" }).first()).toHaveAttribute("href", "tel:988");
  await look(visitor.page, "visitor-cut");
  await visitor.context.setOffline(false);
  await visitor.reload();
  await expect(visitor.bubble("how much does it cost")).toHaveCount(1);
  await expect.poll(async () => (await visitor.texts()).length).toBeGreaterThan(3);
  const seqs = await visitor.seqs();
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
});

test("two tabs are one conversation, and erasing in one empties the other", async () => {
  const first = await desk.chatting();
  await first.ask("what is fibromyalgia", /pain/i);
  const second = new Visitor(await first.context.newPage(), "en");
  await second.visit(`${desk.program.url}/?page=2`);
  await second.open();
  await expect.poll(() => second.texts()).toEqual(await first.texts());
  await second.say("and what is ketamine");
  await expect(first.bubble("and what is ketamine")).toBeVisible();
  await expect.poll(async () => (await first.texts()).length).toBeGreaterThan(3);
  await expect.poll(() => second.texts()).toEqual(await first.texts());

  await first.menu(first.words.forget);
  await expect(first.page.getByRole("alertdialog", { name: "Erase this conversation?" })).toBeVisible();
  await look(first.page, "visitor-erase-asked");
  await first.page.getByRole("button", { name: "Keep it" }).click();
  await expect(first.bubble("and what is ketamine")).toBeVisible();
  await first.menu(first.words.forget);
  await first.page.getByRole("button", { name: first.words.forgetYes }).click();
  await expect(first.log.getByText(first.words.erased)).toBeVisible();
  for (const one of [first, second]) {
    await expect(one.log.locator("[data-seq]")).toHaveCount(0);
    await expect(one.panel.getByRole("button", { name: one.words.accept })).toBeVisible();
  }
  await look(first.page, "visitor-erased");
  await second.reload();
  await expect(second.log.locator("[data-seq]")).toHaveCount(0);
});

for (const lang of ["en", "es"] as const) {
  test(`an ended conversation can be rated, and opens again by writing (${lang})`, async () => {
    const visitor = await desk.chatting(lang, { ...phone, colorScheme: "dark" });
    await visitor.say(lang === "en" ? "thank you" : "gracias");
    await expect(visitor.log.locator("[data-seq]")).toHaveCount(2);
    await visitor.menu(visitor.words.end);
    await expect(visitor.panel.getByText(visitor.words.rate)).toBeVisible();
    await look(visitor.page, `visitor-ended-${lang}`);
    await visitor.panel.getByRole("button", { name: lang === "en" ? "4 of 5" : "4 de 5" }).click();
    await expect(visitor.panel.getByText(/Your rating was sent|Enviamos su calificación/)).toBeVisible();
    await visitor.say(lang === "en" ? "one more thing, what is ketamine" : "una cosa más, qué es la ketamina");
    await expect(visitor.panel.getByText(visitor.words.rate)).toBeHidden();
    await expect(visitor.panel.getByText(/Conversation ended|Conversación terminada/)).toBeHidden();
    await expect(visitor.log.locator(".bot")).toHaveCount(2);
  });
}

test("everything can be done with the keyboard alone", async () => {
  const visitor = await desk.visitor();
  const { page } = visitor;
  await visitor.launcher.focus();
  await page.keyboard.press("Enter");
  await expect(visitor.panel).toBeVisible();
  await expect(visitor.panel.getByRole("button", { name: visitor.words.accept })).toBeVisible();
  await tabTo(visitor, visitor.words.accept);
  await page.keyboard.press("Enter");
  await expect(visitor.field).toBeFocused();
  await page.keyboard.type("what is fibromyalgia");
  await page.keyboard.press("Enter");
  await expect(visitor.bubble(/pain/i).last()).toBeVisible();
  const reply = visitor.panel.getByRole("list", { name: "Suggested replies" }).getByRole("button").first();
  const chosen = (await reply.innerText()).trim();
  await tabTo(visitor, chosen);
  await page.keyboard.press("Enter");
  await expect(visitor.bubble(chosen).first()).toBeVisible();
  await tabTo(visitor, visitor.words.more);
  await page.keyboard.press("Enter");
  await tabTo(visitor, visitor.words.forget);
  await look(page, "visitor-keyboard-menu");
  await page.keyboard.press("Escape");
  await expect(visitor.panel.getByRole("button", { name: visitor.words.forget })).toBeHidden();
  await expect(visitor.panel.getByRole("button", { name: visitor.words.more })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(visitor.panel).toBeHidden();
  await expect(visitor.launcher).toBeFocused();
});

/** Presses Tab until the button with this name has the focus; the focus must not leave the panel on the way. */
async function tabTo(visitor: Visitor, name: string): Promise<void> {
  const wanted = visitor.panel.getByRole("button", { name, exact: true }).last();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((one) => (one.getRootNode() as ShadowRoot).activeElement === one)) return;
    await visitor.page.keyboard.press("Tab");
    expect(await visitor.page.evaluate(() => document.activeElement?.localName)).toBe("frontdesk-widget");
  }
  throw new Error(`Tab does not reach “${name}”`);
}

const screens = {
  "320 pixels wide": { viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true },
  "zoomed to 200 %": { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
  "a phone on its side": { viewport: { width: 740, height: 360 }, hasTouch: true, isMobile: true },
};
for (const [name, screen] of Object.entries(screens)) {
  test(`nothing is cut off or scrolls sideways: ${name}`, async () => {
    const visitor = await desk.visitor("es", { ...screen, colorScheme: "dark" });
    const picture = (what: string) => `visitor-${name.replace(/\W+/g, "-")}-${what}`;
    await look(visitor.page, picture("page"));
    await visitor.open();
    await look(visitor.page, picture("notice"));
    await visitor.accept();
    await visitor.say("qué es la fibromialgia");
    await expect(visitor.bubble(/dolor/i).last()).toBeVisible();
    await look(visitor.page, picture("answer"));
    await visitor.say("ya no quiero vivir");
    await expect(visitor.bubble("Este chat sigue abierto")).toBeVisible(); // the last sentence of several
    await expect(visitor.log.getByRole("link", { name: "Llamar al 988" }).last()).toBeInViewport();
    await expect(visitor.panel.getByRole("button", { name: "Mensajes nuevos" })).toBeHidden(); // would lie over 988
    await look(visitor.page, picture("danger"));
    for (const button of await visitor.panel.getByRole("button").all()) {
      const box = await button.boundingBox();
      if (box) expect(Math.min(box.width, box.height), await button.innerText()).toBeGreaterThanOrEqual(40);
    }
    await expect(visitor.field).toBeInViewport();
  });
}

test("who asked for less motion sees none, and the dots of a person writing stand still", async () => {
  const visitor = await desk.held("can i bring my dog", { reducedMotion: "reduce" });
  await desk.ana.page.getByRole("textbox", { name: "Your reply to the visitor" }).pressSequentially("One moment");
  await expect(visitor.panel.getByText("Ana is writing")).toBeVisible();
  const moving = () =>
    visitor.page.locator("frontdesk-widget").evaluate((host) => host.shadowRoot?.getAnimations().length);
  expect(await moving()).toBe(0);
  await visitor.page.emulateMedia({ reducedMotion: "no-preference" });
  await expect.poll(moving).toBeGreaterThan(0);
  await look(visitor.page, "visitor-typing");
});
