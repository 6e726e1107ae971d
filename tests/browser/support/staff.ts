// A member of staff or an admin: what a person does in the console, found by role and name.
import { expect, type Locator, type Page } from "@playwright/test";

/** Of the shipped rules (intents/settings.json). */
export const clinicZone = "America/New_York";

export class Staff {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  async createFirstAdmin(address: string, name: string, username: string, password: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByLabel("Your name").fill(name);
    await this.page.getByLabel("User name").fill(username);
    await this.page.getByLabel("Choose a password", { exact: true }).fill(password);
    await this.page.getByLabel("The same password again").fill(password);
    await this.page.getByRole("button", { name: "Create account and sign in" }).click();
    await expect(this.page.getByRole("heading", { name: "Conversations" })).toBeVisible();
  }
  async signIn(username: string, password: string): Promise<void> {
    await this.page.goto(`${this.url}/console/`);
    await this.page.getByLabel("User name").fill(username);
    await this.page.getByLabel("Password", { exact: true }).fill(password);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await expect(this.page.getByRole("heading", { name: "Conversations" })).toBeVisible();
  }
  async acceptInvitation(address: string, password: string): Promise<void> {
    await this.page.goto(address);
    await this.page.getByLabel("Choose a password", { exact: true }).fill(password);
    await this.page.getByLabel("The same password again").fill(password);
    await this.page.getByRole("button", { name: "Save password and sign in" }).click();
    await expect(this.page.getByRole("heading", { name: "Conversations" })).toBeVisible();
  }
  get log(): Locator {
    return this.page.getByRole("log", { name: "Messages" });
  }
  row(text: string | RegExp): Locator {
    return this.page.getByRole("link").filter({ hasText: text });
  }
  async openRow(text: string | RegExp): Promise<void> {
    await this.row(text).first().click();
    await expect(this.log).toBeVisible();
  }
  async takeOver(): Promise<void> {
    await this.page.getByRole("button", { name: /^Take over/ }).first().click();
    await expect(this.page.getByRole("button", { name: "Hand back" })).toBeVisible();
  }
  async reply(text: string): Promise<void> {
    await this.page.getByRole("textbox", { name: "Your reply to the visitor" }).fill(text);
    await this.page.getByRole("button", { name: "Send", exact: true }).click();
    await expect(this.log.getByText(text, { exact: true })).toBeVisible();
  }
  async note(text: string): Promise<void> {
    await this.page.getByText("Private note", { exact: true }).first().click();
    await this.page.getByRole("textbox", { name: "Your private note" }).fill(text);
    await this.page.getByRole("button", { name: "Save note" }).click();
    await expect(this.log.getByRole("article").filter({ hasText: "Only staff see this" }).getByText(text)).toBeVisible();
    await this.page.getByText("Reply", { exact: true }).first().click();
  }
  async handBack(): Promise<void> {
    await this.page.getByRole("button", { name: "Hand back" }).click();
    await expect(this.page.getByRole("button", { name: /^Take over/ }).first()).toBeVisible();
  }
  async close(): Promise<void> {
    await this.page.getByRole("button", { name: "Close chat" }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "Close the conversation" }).click();
    await expect(this.page.getByText("This conversation is closed.")).toBeVisible();
  }
  /** The section of the list with this heading. */
  section(heading: string | RegExp): Locator {
    return this.page.getByRole("region", { name: heading });
  }
  /** Proposes one time: tomorrow at `time` (HH:MM) on the clinic's clock, wherever the browser is. */
  async proposeTomorrowAt(time: string): Promise<void> {
    const dialog = this.page.getByRole("dialog");
    const tomorrow = new Date(Date.now() + 24 * 3600 * 1000);
    const day = new Intl.DateTimeFormat("sv", { timeZone: clinicZone }).format(tomorrow);
    await dialog.getByLabel("Time 1: day").fill(day);
    await dialog.getByLabel("Time 1: clock time").fill(time);
    await dialog.getByRole("button", { name: "Send proposal" }).click();
    await expect(dialog).toBeHidden();
  }
  async tryMessage(text: string): Promise<void> {
    const field = this.page.getByRole("textbox", { name: "A visitor's message" });
    if (!(await field.isVisible())) await this.page.getByRole("button", { name: "Try a message" }).first().click();
    await field.fill(text);
    await this.page.getByRole("button", { name: "Try it" }).click();
  }
  /** What the panel beside every admin page answers to a tried message. */
  get trial(): Locator {
    return this.page.getByRole("complementary", { name: "Try a message" });
  }
  async publish(note: string): Promise<void> {
    await this.page.getByRole("button", { name: "Check & publish" }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /What did you change/ }).fill(note);
    await dialog.getByRole("button", { name: "Publish", exact: true }).click({ timeout: 150_000 });
    await expect(this.page.getByText(/Published as revision/).first()).toBeVisible({ timeout: 150_000 });
  }
  async rollBackToTheOneBefore(note: string): Promise<void> {
    await this.page.getByText(/^Revision 1$/).first().click();
    await this.page.getByRole("button", { name: "Roll back to this" }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Why do you roll back?" }).fill(note);
    await dialog.getByRole("button", { name: "Roll back to this" }).click();
    await expect(dialog).toBeHidden({ timeout: 150_000 });
  }
  /** The one-time link of the invitation. */
  async invite(name: string, username: string): Promise<string> {
    await this.page.goto(`${this.url}/console/admin/people`);
    await this.page.getByRole("button", { name: /Invite/ }).first().click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel("Name", { exact: true }).fill(name);
    await dialog.getByLabel("User name").fill(username);
    await dialog.getByRole("button", { name: /Invite|Create/ }).click();
    const link = this.page.getByRole("textbox", { name: "One-time link" });
    await expect(link).toHaveValue(/\/console\/invite#/);
    return link.inputValue();
  }
}
