// Somebody in danger: seen at once in both languages, called out at the desk, also with the server down.
import { expect, test } from "@playwright/test";
import { Desk, phone } from "../support/desk";
import { look } from "../support/look";

const danger = { en: "i dont want to be here anymore", es: "ya no quiero vivir" };

let desk: Desk;
test.beforeAll(async ({ browser }) => {
  desk = await Desk.open(browser);
});
test.afterAll(() => desk?.close());

for (const lang of ["en", "es"] as const) {
  test(`a wish to die gets tappable help at once and an alarm at the desk (${lang})`, async () => {
    const { page } = desk.ana;
    const visitor = await desk.chatting(lang, { ...phone, colorScheme: "dark" });
    await visitor.say(danger[lang]);
    const call = visitor.log.getByRole("link", { name: /988/ }).first();
    await expect(call).toBeVisible();
    await expect(call).toHaveAttribute("href", /^(tel|sms):988$/);
    await expect(visitor.log.getByRole("link", { name: /911/ }).first()).toHaveAttribute("href", "tel:911");
    // The last sentence is read whole, and help is beside it.
    await expect(visitor.log.locator("[data-seq]")).toHaveCount(3);
    await expect(visitor.log.locator("[data-seq]").last()).toBeInViewport({ ratio: 1 });
    for (const number of [/988/, /911/]) {
      await expect(visitor.log.locator(".crisis").getByRole("link", { name: number }).first()).toBeInViewport({ ratio: 1 });
    }
    await look(visitor.page, `danger-${lang}-phone-dark`);
    await expect(page.getByText("Look at this first")).toBeVisible();
    await expect(page).toHaveTitle(/^\(! 1\)/);
    await desk.ana.section(/^Look at this first/).getByRole("link").first().click();
    await expect(desk.ana.log.getByText(danger[lang])).toBeVisible();
    await look(page, `danger-${lang}-desk`);
    await page.getByRole("button", { name: "Clear alert" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Clear alert" }).click();
    await expect(page).not.toHaveTitle(/!/);
  });
}

test("with the server down the widget itself shows where help is, in both languages", async () => {
  const visitors = [await desk.chatting("en", phone), await desk.chatting("es", phone)];
  await desk.program.kill();
  for (const visitor of visitors) {
    await visitor.say(danger[visitor.lang]);
    await expect(visitor.panel.getByRole("link", { name: /988/ }).first()).toBeVisible();
    await expect(visitor.panel.getByRole("link", { name: /911/ }).first()).toHaveAttribute("href", "tel:911");
    await look(visitor.page, `danger-${visitor.lang}-server-down`);
  }
});
