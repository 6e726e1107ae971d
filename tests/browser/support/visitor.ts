// A visitor: what a person does in the widget, found by role and name, in either language.
import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";

export type Lang = "en" | "es";

const names = {
  en: {
    open: /^(Ask a question|Open chat)/,
    panel: /^Chat with/,
    accept: "I agree, start the chat",
    write: "Write a message",
    send: "Send",
    person: "Talk to a person",
    book: "Request a consultation",
    more: "More",
    forget: "Erase my conversation",
    forgetYes: "Erase for good",
    end: "End conversation",
    ended: /This conversation has ended/,
    rate: "How was this chat?",
    erased: "Your conversation has been erased.",
    sources: /^Sources/,
  },
  es: {
    open: /^(Haga una pregunta|Abrir el chat)/,
    panel: /^Chat con/,
    accept: "Acepto, empezar el chat",
    write: "Escriba un mensaje",
    send: "Enviar",
    person: "Hablar con alguien",
    book: "Pedir una consulta",
    more: "Más",
    forget: "Borrar mi conversación",
    forgetYes: "Borrar para siempre",
    end: "Terminar la conversación",
    ended: /Esta conversación terminó/,
    rate: "¿Cómo le fue en este chat?",
    erased: "Su conversación fue borrada.",
    sources: /^Fuentes/,
  },
};

export class Visitor {
  readonly words: (typeof names)["en"];
  constructor(
    readonly page: Page,
    readonly lang: Lang,
  ) {
    this.words = names[lang] as (typeof names)["en"];
  }

  get context(): BrowserContext {
    return this.page.context();
  }
  get panel(): Locator {
    return this.page.getByRole("dialog", { name: this.words.panel });
  }
  /** The button in the corner of the page, whatever it is called now. */
  get launcher(): Locator {
    return this.page.locator("frontdesk-widget").getByRole("button", { name: /^(Ask|Open|Haga|Abrir)/ });
  }
  get field(): Locator {
    return this.panel.getByRole("textbox", { name: this.words.write });
  }
  get log(): Locator {
    return this.panel.getByRole("log");
  }
  bubble(text: string | RegExp): Locator {
    return this.log.locator("[data-seq]").filter({ hasText: text });
  }

  async visit(url: string): Promise<void> {
    await this.page.goto(url);
  }
  /** Opens the chat; on the English demo page a visitor who writes Spanish switches the language first. */
  async open(): Promise<void> {
    await this.launcher.click();
    const anyPanel = this.page.getByRole("dialog", { name: /^Chat (with|con)/ });
    await expect(anyPanel).toBeVisible();
    const toSpanish = anyPanel.getByRole("button", { name: "Español" });
    if (this.lang === "es" && (await toSpanish.isVisible())) await toSpanish.click();
    await expect(this.panel).toBeVisible();
  }
  /** After a reload: on a desk the panel is open again by itself, on a phone it waits to be opened. */
  async reload(): Promise<void> {
    await this.page.reload();
    await expect(this.panel.or(this.launcher).first()).toBeVisible();
    if (!(await this.panel.isVisible())) await this.open();
  }
  async accept(): Promise<void> {
    await this.panel.getByRole("button", { name: this.words.accept }).click();
  }
  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.panel.getByRole("button", { name: this.words.send, exact: true }).click();
    await expect(this.log.getByText(text, { exact: true }).last()).toBeVisible();
  }
  /** Says it and waits for an answer that holds `expected`. */
  async ask(text: string, expected: string | RegExp): Promise<void> {
    await this.say(text);
    await expect(this.bubble(expected).last()).toBeVisible();
  }
  async tap(name: string | RegExp): Promise<void> {
    await this.panel.getByRole("button", { name }).last().click();
  }
  async menu(item: string): Promise<void> {
    await this.panel.getByRole("button", { name: this.words.more, exact: true }).click();
    await this.panel.getByRole("button", { name: item }).click();
  }
  /** Taps the first of the proposed times. */
  async chooseFirstTime(): Promise<void> {
    await this.log.locator(".card").last().getByRole("button").first().click();
  }
  /** The texts of all stored messages in order, as a person would read them. */
  async texts(): Promise<string[]> {
    return this.log.locator("[data-seq] .bubble").allInnerTexts();
  }
  /** The numbers of the messages shown. Gaps are fine (staff notes take numbers too), repeats are not. */
  async seqs(): Promise<number[]> {
    return this.log.locator("[data-seq]").evaluateAll((all) => all.map((one) => Number((one as HTMLElement).dataset.seq)));
  }
}
