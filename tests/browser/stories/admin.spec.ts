// A practice manager changes an answer: tries it, is told what is wrong, publishes it, sees it in the chat, looks at
// the history, takes it back. Long lists stay usable, and all pages are accessible in light and dark.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { Desk, phone } from "../support/desk";
import { look } from "../support/look";
import { Staff } from "../support/staff";

const before = /automated|not a person|program/i;
const after = "I am the desk's own program. A person of our team is one tap away.";

let desk: Desk;
test.beforeAll(async ({ browser }) => {
  desk = await Desk.open(browser);
});
test.afterAll(() => desk?.close());

test("an edited answer reaches a visitor who is already chatting, and can be taken back", async () => {
  const { program, ana } = desk;
  const { page } = ana;
  const visitor = await desk.chatting();
  await visitor.ask("are you a robot", before);

  await test.step("the topic's English answer is edited", async () => {
    await page.goto(`${program.url}/console/admin/topics/chat.bot`);
    await expect(page.getByRole("textbox", { name: "Variant 1, English" })).toBeVisible();
    await look(page, "admin-1-topic");
    await page.getByRole("textbox", { name: "Variant 1, English" }).fill(after);
    await expect(page.getByText("1 change not published")).toBeVisible();
  });

  await test.step("a reload loses nothing, and a trial answers from the draft", async () => {
    await page.reload();
    await expect(page.getByText("1 change not published")).toBeVisible();
    await ana.tryMessage("are you a robot");
    await expect(ana.trial.getByText(after).first()).toBeVisible({ timeout: 150_000 });
    await look(page, "admin-2-trial");
  });

  await test.step("an error keeps it from being published, and says where it is", async () => {
    const spanish = page.getByRole("textbox", { name: "Variant 1, Spanish" });
    const kept = await spanish.inputValue();
    await spanish.fill("Soy un programa de {no_such_fact}.");
    await page.getByRole("button", { name: "Check & publish" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText(/no_such_fact/).first()).toBeVisible({ timeout: 150_000 });
    await dialog.getByRole("textbox", { name: /What did you change/ }).fill("with a mistake");
    await expect(dialog.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
    await look(page, "admin-4-refused");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await spanish.fill(kept);
  });

  await test.step("published, it answers the visitor at the next question", async () => {
    await ana.publish("Say it in our own words");
    await visitor.say("so is this a real human or a bot");
    await expect(visitor.bubble(after)).toBeVisible();
  });

  await test.step("the history shows before and after, and takes it back", async () => {
    await page.goto(`${program.url}/console/admin/history`);
    await page.getByText("Say it in our own words").first().click();
    await expect(page.getByRole("insertion").getByText(after)).toBeVisible();
    await expect(page.getByRole("deletion").getByText(before).first()).toBeVisible();
    await look(page, "admin-3-history");
    await ana.rollBackToTheOneBefore("The old words were better");
    await visitor.say("i asked if you are a robot");
    await expect(visitor.bubble(before).last()).toBeVisible();
    await expect(visitor.bubble(after)).toHaveCount(1);
  });
});

test("hundreds of examples are searched, added to and taken from in their list", async () => {
  const { page } = desk.ana;
  await page.goto(`${desk.program.url}/console/admin/topics/ketamine.duration`);
  const adder = page.getByRole("textbox", { name: "Add an example in English", exact: true });
  const finder = page.getByRole("searchbox", { name: "Search the examples in English", exact: true });
  const rows = page.getByRole("textbox", { name: /^Example \d+, English$/ });
  await expect(finder).toBeVisible();
  const many = Array.from({ length: 450 }, (_, n) => `pasted question number ${n + 1} about the effect`);
  await adder.evaluate((field, text) => {
    const data = new DataTransfer();
    data.setData("text", text);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, many.join("\n"));
  await expect(rows).toHaveCount(40);
  await expect(rows.first()).toHaveValue("pasted question number 450 about the effect");
  await page.getByRole("button", { name: /^Show 40 more of/ }).first().click();
  await expect(rows).toHaveCount(80);
  await finder.fill("number 77");
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole("status").filter({ hasText: /^1 of \d+$/ })).toBeVisible();
  await rows.first().fill("how long does the effect stay, number 77");
  await rows.first().press("Enter");
  await look(page, "admin-5-examples");
  await page.getByRole("button", { name: /^Remove “how long does the effect stay/ }).click();
  await expect(page.getByText("No line fits this search.")).toBeVisible();
  await expect(page.getByText("1 change not published")).toBeVisible();
  await page.getByRole("button", { name: "Undo my changes here" }).click();
  await expect(page.getByText("1 change not published")).toBeHidden();
});

test("a message that was not understood is added to a topic, tried, and understood from then on", async () => {
  const { program, ana } = desk;
  const { page } = ana;
  const said = "can my nephew juggle lanterns there";
  const adder = page.getByRole("textbox", { name: "Add an example in English", exact: true });
  const visitor = await desk.chatting();
  await visitor.ask(said, /I did not understand that/);
  await page.goto(`${program.url}/console/admin/topics/clinic.location`);
  await adder.fill(said);
  await adder.press("Enter");
  await expect(page.getByText("1 change not published")).toBeVisible();
  await ana.tryMessage(said);
  await expect(ana.trial.getByText(/address, directions or parking details/).first()).toBeVisible({ timeout: 150_000 });
  await look(page, "admin-7-example-tried");
  await ana.publish("Somebody asked about lanterns");
  await visitor.ask(said, /address, directions or parking details/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page of the console is accessible (${colorScheme})`, async ({ browser }) => {
    const { url } = desk.program;
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, colorScheme, locale: "en-US" });
    const page = await context.newPage();
    for (const part of ["first-admin#x", "invite#x"]) {
      await page.goto(`${url}/console/${part}`);
      await expect(page.getByLabel("Choose a password", { exact: true })).toBeVisible();
      await look(page, `console-${part.replace("#x", "")}-${colorScheme}`);
      await page.goto("about:blank");
    }
    await page.goto(`${url}/console/`);
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
    await look(page, `console-sign-in-${colorScheme}`);
    await new Staff(page, url).signIn("ana", "a quiet river in spring");
    await look(page, `console-desk-${colorScheme}`);
    const parts = ["requests", ...["topics", "topics/ketamine.duration", "facts", "hours", "phrases", "safety", "history", "people", "audit"].map((part) => `admin/${part}`)];
    for (const part of parts) {
      await page.goto(`${url}/console/${part}`);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      await look(page, `console-${part.replaceAll(/\W/g, "-")}-${colorScheme}`);
    }
    await page.setViewportSize(phone.viewport);
    for (const part of ["", "requests", "admin/topics", "admin/topics/ketamine.duration", "admin/hours", "admin/history", "admin/people", "admin/audit"]) {
      await page.goto(`${url}/console/${part}`);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await page.waitForLoadState("networkidle");
      await look(page, `console-phone-${part.replaceAll(/\W/g, "-") || "desk"}-${colorScheme}`);
    }
    await context.close();
  });
}

test("a mistake in the rules folder is told with its place, until it is repaired", async () => {
  const { program, ana } = desk;
  const file = join(program.folder, "rules", "facts.json");
  const right = readFileSync(file);
  writeFileSync(file, "{\n  nothing\n}\n");
  const title = ana.page.getByText("The rules folder on the server has a mistake");
  await expect(async () => {
    await ana.page.goto(`${program.url}/console/admin/facts`);
    await expect(title).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(ana.page.getByText(/facts\.json/).first()).toBeVisible();
  await look(ana.page, "admin-6-folder-refused");
  writeFileSync(file, right);
  await expect(async () => {
    await ana.page.reload();
    await expect(ana.page.getByRole("heading", { name: "Facts" })).toBeVisible();
    await expect(title).toBeHidden({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
});

test("who did what is told, newest first, with a way to it", async () => {
  const { program, ana } = desk;
  const visitor = await desk.held("do you see people with long covid");
  await ana.handBack();
  await ana.page.goto(`${program.url}/console/admin/audit`);
  const today = ana.page.getByRole("region", { name: "Today" }).getByRole("listitem");
  await expect(today.first()).toContainText("Ana handed a conversation back to the bot");
  await expect(today.filter({ hasText: "took over a conversation" }).first()).toBeVisible();
  await expect(today.filter({ hasText: "Ana became the first admin" })).toBeVisible();
  await today.first().getByRole("link", { name: "Open the conversation" }).click();
  await expect(ana.log.getByText("do you see people with long covid", { exact: true })).toBeVisible();
  await visitor.page.close();
});

test("two members of staff who take over at once: one has it, the other is told who", async ({ browser }) => {
  const { program, ana } = desk;
  const link = await ana.invite("Ben", "ben");
  const ben = new Staff(await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" })).newPage(), program.url);
  await ben.acceptInvitation(link, "another quiet river here");
  const visitor = await desk.chatting();
  await visitor.say("can i talk to a real person please");
  for (const one of [ana, ben]) {
    await one.page.goto(`${program.url}/console/`);
    await one.openRow(/Waiting/);
  }
  await Promise.all([ana, ben].map((one) => one.page.getByRole("button", { name: /^Take over/ }).first().click()));
  const has = (one: Staff) => one.page.getByRole("button", { name: "Hand back" }).isVisible();
  await expect.poll(async () => Number(await has(ana)) + Number(await has(ben))).toBe(1);
  const loser = (await has(ana)) ? ben : ana;
  await expect(loser.page.getByText(/took this conversation a moment before you|is answering this visitor/).first()).toBeVisible();
});
