// A day at the desk: called by title and sound, taking over and handing back, notes that stay inside, closing, a cut
// line, the keyboard, and who may see what. Ana's computer stands in another time zone than the clinic.
import { expect, test } from "@playwright/test";
import { Desk, phone } from "../support/desk";
import { look } from "../support/look";
import { clinicZone, Staff } from "../support/staff";

let desk: Desk;
test.beforeAll(async ({ browser }) => {
  desk = await Desk.open(browser);
});
test.afterAll(() => desk?.close());

const toDesk = () => desk.ana.page.goto(`${desk.program.url}/console/`);

test("somebody who waits is in the title, heard, and first in the list, until taken over", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  await context.addInitScript(() => {
    const make = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function (this: AudioContext) {
      document.documentElement.dataset.notes = String(Number(document.documentElement.dataset.notes ?? 0) + 1);
      return make.call(this);
    };
  });
  const ana = new Staff(await context.newPage(), desk.program.url);
  await ana.signIn("ana", "a quiet river in spring");
  await expect(ana.page).toHaveTitle("Front desk");
  await ana.page.getByRole("heading", { name: "Conversations" }).click(); // a page may sound once it was touched
  const visitor = await desk.chatting();
  await visitor.say("can i talk to a real person please");
  await expect(ana.page).toHaveTitle("(1) Front desk");
  await expect(ana.page.locator("html")).toHaveAttribute("data-notes", "2");
  await expect(ana.section(/^Waiting for a person/).getByRole("link")).toHaveCount(1);
  await look(ana.page, "staff-called");
  await ana.openRow(/Waiting/);
  await ana.takeOver();
  await expect(ana.page).toHaveTitle("Front desk");
  await expect(ana.section(/^Mine/).getByRole("link")).toHaveCount(1);
  await expect(visitor.panel.getByText("You are talking with Ana")).toBeVisible();
  await context.close();
});

test("a private note never reaches the visitor, on no wire and after no reload", async () => {
  const visitor = await desk.held("is there parking near you");
  const heard: string[] = [];
  visitor.page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(String(payload))));
  await visitor.reload(); // so that the socket is listened to from its first frame
  await desk.ana.note("She sounds worried, please call her today.");
  await desk.ana.reply("There is a garage next door.");
  await expect(visitor.bubble("There is a garage next door.")).toBeVisible();
  await visitor.reload();
  await expect(visitor.bubble("There is a garage next door.")).toBeVisible();
  expect(heard.join()).toContain("garage next door");
  expect(heard.join()).not.toContain("sounds worried");
  expect((await visitor.texts()).join()).not.toContain("sounds worried");
  await look(desk.ana.page, "staff-note");
});

test("handed back, the bot answers again; closed, the visitor opens it again by writing", async () => {
  const visitor = await desk.held("hello is anyone there today");
  await desk.ana.reply("Yes, I am here.");
  await desk.ana.handBack();
  await expect(visitor.panel.getByText(/Ana has left the chat/)).toBeVisible();
  await visitor.ask("what is fibromyalgia", /pain/i);
  await desk.ana.takeOver();
  await desk.ana.close();
  await expect(visitor.panel.getByText("The clinic has closed this chat.", { exact: false })).toBeVisible();
  await expect(visitor.panel.getByText(visitor.words.rate)).toBeVisible();
  await expect(desk.ana.section(/^Closed/).locator("[aria-current=true]")).toHaveCount(1);
  await look(desk.ana.page, "staff-closed");
  await visitor.say("and what is ketamine");
  await expect(desk.ana.section(/^With the bot/).locator("[aria-current=true]")).toHaveCount(1);
  await expect(visitor.bubble(/off-label/).last()).toBeVisible();
});

test("a reply that was written while the line was cut goes out once", async () => {
  const visitor = await desk.held("do you take walk ins");
  await desk.ana.page.context().setOffline(true);
  await desk.ana.page.getByRole("textbox", { name: "Your reply to the visitor" }).fill("Please call first.");
  await desk.ana.page.keyboard.press("Enter");
  await expect(desk.ana.page.getByText("Connection lost.", { exact: false })).toBeVisible({ timeout: 30_000 });
  await expect(desk.ana.page.getByText("Will be sent when the connection is back")).toBeVisible();
  await look(desk.ana.page, "staff-cut");
  await desk.ana.page.context().setOffline(false);
  await expect(visitor.bubble("Please call first.")).toBeVisible({ timeout: 30_000 });
  await expect(visitor.bubble("Please call first.")).toHaveCount(1);
  await expect(desk.ana.log.getByText("Please call first.")).toHaveCount(1);
});

test("the desk is worked with the keyboard: list, ready replies, note, palette, sheet", async () => {
  const visitor = await desk.chatting();
  await visitor.say("my mother has fibromyalgia and i worry");
  await expect(visitor.log.locator(".bot")).not.toHaveCount(0);
  await toDesk();
  const { page } = desk.ana;
  const row = desk.ana.section(/^With the bot/).getByRole("link").first();
  await expect(row).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(row).toBeFocused({ timeout: 200 });
  }).toPass({ timeout: 15_000 });
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(row).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(desk.ana.log.getByText("i worry")).toBeVisible();
  await page.keyboard.press("t");
  const reply = page.getByRole("textbox", { name: "Your reply to the visitor" });
  await expect(reply).toBeFocused();
  await page.keyboard.press("/");
  await expect(page.getByRole("listbox", { name: "Ready replies" }).getByRole("option").first()).toBeVisible();
  await look(page, "staff-ready-replies");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(reply).toHaveValue(/One moment, please/);
  await page.keyboard.press("Enter");
  await expect(visitor.bubble("One moment, please")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Your private note" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await look(page, "staff-sheet");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await expect(page.getByPlaceholder("Search conversations and commands")).toBeFocused();
  await page.keyboard.type("consult");
  await look(page, "staff-palette");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Consultation requests" })).toBeVisible();
});

test("all see the clinic's clock, wherever they sit, and each time names its zone", async ({ browser }) => {
  const visitor = await desk.chatting("en", { timezoneId: "Asia/Tokyo" });
  await visitor.say("i want to book a consultation");
  await visitor.say("I'm Rosa Diaz, 410-555-0199, mornings, first time");
  await visitor.tap("Send it");
  await expect(visitor.log.getByText("Your consultation request").last()).toBeVisible();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: "America/Los_Angeles" });
  const ana = new Staff(await context.newPage(), desk.program.url);
  await ana.signIn("ana", "a quiet river in spring");
  await ana.page.goto(`${desk.program.url}/console/requests`);
  const row = ana.page.getByRole("listitem").filter({ hasText: "Rosa Diaz" });
  await expect(row.getByRole("time")).toHaveAttribute("title", new RegExp(`E[SD]T \\(${clinicZone}\\)$`));
  await row.getByRole("button", { name: "Propose times" }).click();
  await expect(ana.page.getByRole("dialog").getByText(/Times are in the clinic's zone, America\/New_York/)).toBeVisible();
  await look(ana.page, "staff-propose");
  await ana.proposeTomorrowAt("10:30");
  const offered = visitor.panel.getByRole("region", { name: "Which time works for you?" }).getByRole("button").first();
  await expect(offered).toHaveText(/10:30\sAM E[SD]T$/);
  await look(visitor.page, "visitor-proposal");
  await visitor.chooseFirstTime();
  const appointment = visitor.panel.getByRole("region", { name: "Your appointment" }).last();
  await expect(appointment.getByRole("time")).toHaveText(/10:30\sAM E[SD]T$/);
  await expect(visitor.log.locator("p.time time").last()).toHaveAttribute("title", /E[SD]T$/);
  await ana.page.getByRole("tab", { name: /^Confirmed/ }).click();
  await expect(ana.page.getByText(/10:30\sAM E[SD]T/)).toBeVisible();
  await look(ana.page, "staff-confirmed");
  await context.close();
});

test("a list that cannot be loaded says so, and tries again", async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
  const ana = new Staff(await context.newPage(), desk.program.url);
  await ana.signIn("ana", "a quiet river in spring");
  for (const [path, address] of [
    ["requests?", "requests"],
    ["people?", "admin/people"],
    ["revisions?", "admin/history"],
    ["rules", "admin/topics"],
  ]) {
    const api = (url: URL) => url.pathname + url.search >= "" && `${url.pathname}${url.search}`.startsWith(`/v1/${path}`);
    await ana.page.route(api, (route) => route.abort());
    await ana.page.goto(`${desk.program.url}/console/${address}`);
    await expect(ana.page.getByRole("alert").getByText("This could not be loaded")).toBeVisible();
    if (path === "people?") await look(ana.page, "staff-failed");
    await ana.page.unroute(api);
    await ana.page.getByRole("button", { name: "Try again" }).click();
    await expect(ana.page.getByRole("alert")).toBeHidden();
  }
  await context.close();
});

test("staff see no admin pages, and an admin's address tells them so", async ({ browser }) => {
  const link = await desk.ana.invite("Ben", "ben");
  const context = await browser.newContext({ ...phone, locale: "en-US", colorScheme: "dark" });
  const ben = new Staff(await context.newPage(), desk.program.url);
  await ben.acceptInvitation(link, "another quiet river here");
  await expect(ben.page.getByRole("navigation", { name: "Pages" }).getByRole("link")).toHaveText([/Desk/, /Requests/]);
  await look(ben.page, "staff-phone-list");
  await ben.page.goto(`${desk.program.url}/console/admin/topics`);
  await expect(ben.page.getByText("This page is for admins")).toBeVisible();
  await look(ben.page, "staff-phone-no-admin");
  await ben.page.getByRole("link", { name: "To the desk" }).click();
  await ben.page.getByRole("navigation", { name: "Conversations" }).getByRole("link").first().click();
  await expect(ben.log).toBeVisible();
  await look(ben.page, "staff-phone-conversation");
  await context.close();
});
