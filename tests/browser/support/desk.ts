// One program with an admin at the desk, for the stories of one file: a start takes seconds of training.
import { type Browser, type BrowserContextOptions, expect } from "@playwright/test";
import { Program } from "./program";
import { Staff } from "./staff";
import { type Lang, Visitor } from "./visitor";

export const wide = { width: 1280, height: 860 };
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export class Desk {
  private constructor(
    readonly program: Program,
    readonly browser: Browser,
    readonly ana: Staff,
  ) {}

  static async open(browser: Browser, ...options: string[]): Promise<Desk> {
    const program = await Program.start(...options);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
    const ana = new Staff(await context.newPage(), program.url);
    await ana.createFirstAdmin(program.firstAdmin, "Ana", "ana", "a quiet river in spring");
    return new Desk(program, browser, ana);
  }
  /** Somebody new on the clinic's page. */
  async visitor(lang: Lang = "en", how: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await this.browser.newContext({ viewport: wide, locale: `${lang}-US`, ...how });
    const visitor = new Visitor(await context.newPage(), lang);
    await visitor.visit(this.program.url);
    return visitor;
  }
  /** The same, with the chat open and the notice accepted. */
  async chatting(lang: Lang = "en", how: BrowserContextOptions = {}): Promise<Visitor> {
    const visitor = await this.visitor(lang, how);
    await visitor.open();
    await visitor.accept();
    return visitor;
  }
  /** A visitor who was taken over by Ana after saying `text`. */
  async held(text: string, how: BrowserContextOptions = {}): Promise<Visitor> {
    const visitor = await this.chatting("en", how);
    await visitor.say(text);
    await expect(visitor.log.locator(".bot")).not.toHaveCount(0);
    await this.ana.page.goto(`${this.program.url}/console/`);
    await this.ana.section(/^With the bot/).getByRole("link").first().click();
    await expect(this.ana.log.getByText(text, { exact: true })).toBeVisible();
    await this.ana.takeOver();
    return visitor;
  }
  async close(): Promise<void> {
    await this.program.stop();
  }
}
