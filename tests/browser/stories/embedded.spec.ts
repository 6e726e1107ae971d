// The clinic's own website: one script tag on a page of another origin, with a strict security policy.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { Desk } from "../support/desk";
import { look } from "../support/look";

/** A website of its own origin, with one page. */
class Website {
  private constructor(
    readonly server: Server,
    public script = "",
    public policy = "",
  ) {}
  static async open(): Promise<Website> {
    const server = createServer((_, answer) => {
      answer.setHeader("content-type", "text/html; charset=utf-8");
      if (site.policy) answer.setHeader("content-security-policy", site.policy);
      answer.end(`<!doctype html><html lang="es"><head><title>Clinic</title>${site.script}</head>
        <body><h1>Our clinic</h1><p>Open all week.</p></body></html>`);
    });
    const site = new Website(server);
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    return site;
  }
  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
}

let clinic: Website;
let elsewhere: Website;
let desk: Desk;
test.beforeAll(async ({ browser }) => {
  [clinic, elsewhere] = [await Website.open(), await Website.open()];
  desk = await Desk.open(browser, "--origins", clinic.origin);
});
test.afterAll(async () => {
  for (const site of [clinic, elsewhere]) site.server.close();
  await desk?.close();
});

test("one script tag is enough, and neither page nor widget reaches into the other", async ({ browser }) => {
  const context = await browser.newContext({ locale: "en-US" });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("console", (line) => line.type() === "error" && refused.push(line.text()));
  const { url } = desk.program;
  clinic.script = `<script async src="${url}/frontdesk.js" data-locale="en" data-position="left" data-color="#7a1f5c"></script>`;
  clinic.policy = `default-src 'none'; script-src ${url}; connect-src ${url.replace("http", "ws")}`;
  await page.goto(clinic.origin);
  const widget = page.locator("frontdesk-widget");
  await widget.getByRole("button", { name: "Ask a question" }).click();
  const panel = page.getByRole("dialog", { name: /^Chat with/ });
  await panel.getByRole("button", { name: "I agree, start the chat" }).click();
  await panel.getByRole("textbox", { name: "Write a message" }).fill("what is fibromyalgia");
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("log").getByText(/pain/i).first()).toBeVisible();
  await look(page, "embedded-left");
  expect(await page.evaluate(() => [...document.body.children].map((one) => one.localName))).toEqual([
    "h1",
    "p",
    "frontdesk-widget",
  ]);
  expect((await panel.boundingBox())?.x).toBeLessThan(60);
  expect(refused.filter((line) => /Content Security Policy/.test(line))).toEqual([]);
});

test("a page that is not the clinic's cannot open the chat", async ({ browser }) => {
  const page = await (await browser.newContext({ locale: "en-US" })).newPage();
  elsewhere.script = `<script async src="${desk.program.url}/frontdesk.js" data-locale="en"></script>`;
  await page.goto(elsewhere.origin);
  await page.locator("frontdesk-widget").getByRole("button", { name: "Ask a question" }).click();
  const panel = page.getByRole("dialog");
  await expect(panel.getByText("We cannot reach the clinic. We keep trying.")).toBeVisible({ timeout: 30_000 });
  await expect(panel.getByRole("link", { name: "Call 911" }).first()).toBeVisible();
});
