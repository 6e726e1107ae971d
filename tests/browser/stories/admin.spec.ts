// A practice manager changes an answer: tries it, publishes it, sees it in the chat, looks at the history, takes it
// back. And the pages of the admin are accessible in light and dark.
import { expect, test } from "@playwright/test";
import { look } from "../support/look";
import { Program } from "../support/program";
import { Staff } from "../support/staff";
import { Visitor } from "../support/visitor";

const before = /automated|not a person|program/i;
const after = "I am the desk's own program. A person of our team is one tap away.";

test("an edited answer reaches a visitor who is already chatting, and can be taken back", async ({ browser }) => {
  const program = await Program.start();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" })).newPage();
    const ana = new Staff(page, program.url);
    await ana.createFirstAdmin(program.firstAdmin, "Ana", "ana", "a quiet river in spring");
    const visitor = new Visitor(await (await browser.newContext({ locale: "en-US" })).newPage(), "en");
    await visitor.visit(program.url);
    await visitor.open();
    await visitor.accept();
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
      await expect(ana.trial.getByText(after).first()).toBeVisible({ timeout: 90_000 });
      await look(page, "admin-2-trial");
    });

    await test.step("published, it answers the visitor at the next question", async () => {
      await ana.publish("Say it in our own words");
      await visitor.say("so is this a real human or a bot");
      await expect(visitor.bubble(after)).toBeVisible();
    });

    await test.step("the history shows before and after, and takes it back", async () => {
      await page.goto(`${program.url}/console/admin/history`);
      await page.getByText("Say it in our own words").first().click();
      await expect(page.getByText(after).first()).toBeVisible();
      await look(page, "admin-3-history");
      await ana.rollBackToTheOneBefore("The old words were better");
      await visitor.say("i asked if you are a robot");
      await expect(visitor.bubble(before).last()).toBeVisible();
      await expect(visitor.bubble(after)).toHaveCount(1);
    });
  } finally {
    await program.stop();
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page of the console is accessible (${colorScheme})`, async ({ browser }) => {
    const program = await Program.start();
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme, locale: "en-US" });
      const page = await context.newPage();
      await page.goto(program.firstAdmin);
      await expect(page.getByLabel("Your name")).toBeVisible();
      await look(page, `console-first-admin-${colorScheme}`);
      const ana = new Staff(page, program.url);
      await ana.createFirstAdmin(program.firstAdmin, "Ana", "ana", "a quiet river in spring");
      await look(page, `console-desk-empty-${colorScheme}`);
      const pages = ["requests", "admin/topics", "admin/facts", "admin/hours", "admin/phrases", "admin/safety", "admin/history", "admin/people"];
      for (const part of pages) {
        await page.goto(`${program.url}/console/${part}`);
        await expect(page.getByRole("heading").first()).toBeVisible();
        await page.waitForLoadState("networkidle");
        await look(page, `console-${part.replace("/", "-")}-${colorScheme}`);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(`${program.url}/console/`);
      await look(page, `console-desk-phone-${colorScheme}`);
    } finally {
      await program.stop();
    }
  });
}

test("two members of staff who take over at once: one has it, the other is told who", async ({ browser }) => {
  const program = await Program.start();
  try {
    const desk = { viewport: { width: 1440, height: 900 }, locale: "en-US" };
    const ana = new Staff(await (await browser.newContext(desk)).newPage(), program.url);
    await ana.createFirstAdmin(program.firstAdmin, "Ana", "ana", "a quiet river in spring");
    const link = await ana.invite("Ben", "ben");
    const ben = new Staff(await (await browser.newContext(desk)).newPage(), program.url);
    await ben.acceptInvitation(link, "another quiet river here");
    const visitor = new Visitor(await (await browser.newContext({ locale: "en-US" })).newPage(), "en");
    await visitor.visit(program.url);
    await visitor.open();
    await visitor.accept();
    await visitor.say("can i talk to a real person please");
    for (const one of [ana, ben]) {
      await one.page.goto(`${program.url}/console/`);
      await one.openRow(/Waiting/);
    }
    await Promise.all([
      ana.page.getByRole("button", { name: /^Take over/ }).first().click(),
      ben.page.getByRole("button", { name: /^Take over/ }).first().click(),
    ]);
    const has = (one: Staff) => one.page.getByRole("button", { name: "Hand back" }).isVisible();
    await expect.poll(async () => Number(await has(ana)) + Number(await has(ben))).toBe(1);
    const loser = (await has(ana)) ? ben : ana;
    await expect(loser.page.getByText(/took this conversation a moment before you|is answering this visitor/).first()).toBeVisible();
  } finally {
    await program.stop();
  }
});
