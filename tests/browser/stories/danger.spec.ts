// Somebody in danger: seen in every state, also with the server down.
import { expect, test } from "@playwright/test";
import { look } from "../support/look";
import { Program } from "../support/program";
import { Staff } from "../support/staff";
import { type Lang, Visitor } from "../support/visitor";

const lines: Record<Lang, { danger: string; help: RegExp }> = {
  en: { danger: "i dont want to be here anymore", help: /988/ },
  es: { danger: "ya no quiero vivir", help: /988/ },
};

for (const lang of ["en", "es"] as const) {
  test(`a wish to die gets tappable help at once and an alarm at the desk (${lang})`, async ({ browser }) => {
    const program = await Program.start();
    try {
      const staffPage = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      const ana = new Staff(staffPage, program.url);
      await ana.createFirstAdmin(program.firstAdmin, "Ana", "ana", "a quiet river in spring");
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: `${lang}-US`, colorScheme: "dark" });
      const visitor = new Visitor(await context.newPage(), lang);
      await visitor.visit(program.url);
      await visitor.open();
      await visitor.accept();
      await visitor.say(lines[lang].danger);
      const call = visitor.log.getByRole("link", { name: lines[lang].help }).first();
      await expect(call).toBeVisible();
      await expect(call).toHaveAttribute("href", /^(tel|sms):988$/);
      await expect(visitor.log.getByRole("link", { name: /911/ }).first()).toHaveAttribute("href", "tel:911");
      await look(visitor.page, `danger-${lang}-phone-dark`);
      await expect(ana.page.getByText("Look at this first")).toBeVisible();
      await expect(ana.page).toHaveTitle(/^\(! 1\)/);
      await look(ana.page, `danger-${lang}-desk`);
    } finally {
      await program.stop();
    }
  });

  test(`with the server down the widget itself shows where help is (${lang})`, async ({ browser }) => {
    const program = await Program.start();
    try {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, locale: `${lang}-US` });
      const visitor = new Visitor(await context.newPage(), lang);
      await visitor.visit(program.url);
      await visitor.open();
      await visitor.accept();
      await program.kill();
      await visitor.say(lines[lang].danger);
      await expect(visitor.panel.getByRole("link", { name: /988/ }).first()).toBeVisible();
      await look(visitor.page, `danger-${lang}-server-down`);
    } finally {
      await program.stop();
    }
  });
}
