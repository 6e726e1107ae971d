// A member of staff or an admin: what a person does in the console, found by role and name.
import { expect, type Locator, type Page } from "@playwright/test";

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
}
