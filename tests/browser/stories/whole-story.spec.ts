// The day of three people side by side: a visitor is answered, handed to a person, and given a consultation; staff
// and an admin do their part; the network is cut, the program is killed, and all of it is still there.
import { expect, test } from "@playwright/test";
import { Desk, phone, wide } from "../support/desk";
import { look } from "../support/look";
import type { Lang } from "../support/visitor";

interface Words {
  question: string;
  answer: RegExp;
  whileCut: string;
  cutAnswer: RegExp;
  forPerson: string;
  fromStaff: string;
  name: string;
  contact: string;
  times: string;
  first: string;
  questions: RegExp[];
  confirm: string;
  requestSent: string;
  appointment: string;
  thanks: string;
}

const words: Record<Lang, Words> = {
  en: {
    question: "what is fibromyalgia",
    answer: /pain/i,
    whileCut: "how long does the relief last",
    cutAnswer: /week|hour|short|time/i,
    forPerson: "Is somebody there who can call my doctor?",
    fromStaff: "Good morning, this is Ana. I can help you with that.",
    name: "Maria Lopez",
    contact: "410-555-0123",
    times: "Tuesday or Thursday mornings",
    first: "I am new, this is my first time",
    questions: [/your name/, /reach you/, /days and times/, /been to this clinic/],
    confirm: "Send it",
    requestSent: "Your consultation request",
    appointment: "Your appointment",
    thanks: "thank you so much",
  },
  es: {
    question: "que es la fibromialgia",
    answer: /dolor/i,
    whileCut: "cuanto dura el alivio",
    cutAnswer: /semana|hora|corto|tiempo/i,
    forPerson: "¿Hay alguien que pueda llamar a mi doctora?",
    fromStaff: "Buenos días, soy Ana. Con gusto le ayudo.",
    name: "Maria Lopez",
    contact: "410-555-0123",
    times: "martes o jueves en la mañana",
    first: "soy nueva, es mi primera vez",
    questions: [/se llama/, /comunicar/, /días y horas/, /venido antes/],
    confirm: "Enviarla",
    requestSent: "Su solicitud de consulta",
    appointment: "Su cita",
    thanks: "muchas gracias",
  },
};

const shapes = { desktop: { viewport: wide }, phone };

let desk: Desk;
test.beforeAll(async ({ browser }) => {
  desk = await Desk.open(browser);
});
test.afterAll(() => desk?.close());

for (const lang of ["en", "es"] as const) {
  for (const shape of ["desktop", "phone"] as const) {
    test(`a visitor is answered, handed to a person and given a consultation (${lang}, ${shape})`, async () => {
      const { program, ana } = desk;
      const say = words[lang];
      const picture = (name: string) => `story-${lang}-${shape}-${name}`;
      const visitor = await desk.visitor(lang, shapes[shape]);

      await test.step("the notice comes first, then the answer with its sources", async () => {
        await visitor.open();
        await look(visitor.page, picture("1-notice"));
        await visitor.accept();
        await look(visitor.page, picture("2-welcome"));
        await visitor.ask(say.question, say.answer);
        await expect(visitor.log.getByText(visitor.words.sources).first()).toBeVisible();
        await look(visitor.page, picture("3-answer"));
      });

      await test.step("a reload shows the same conversation", async () => {
        const before = await visitor.texts();
        await visitor.reload();
        await expect.poll(() => visitor.texts()).toEqual(before);
      });

      await test.step("what is written while the network is cut arrives once", async () => {
        await visitor.context.setOffline(true);
        await visitor.say(say.whileCut);
        await visitor.context.setOffline(false);
        await expect(visitor.bubble(say.cutAnswer).last()).toBeVisible({ timeout: 30_000 });
        await expect(visitor.bubble(say.whileCut)).toHaveCount(1);
      });

      await test.step("the visitor asks for a person, and Ana takes over", async () => {
        await visitor.tap(visitor.words.person);
        await expect(ana.page.getByText("Waiting for a person").first()).toBeVisible();
        await ana.page.goto(`${program.url}/console/`);
        await ana.openRow(/Waiting/);
        await look(ana.page, picture("4-waiting"));
        await ana.takeOver();
        await visitor.say(say.forPerson);
        await expect(ana.log.getByText(say.forPerson)).toBeVisible();
        await ana.reply(say.fromStaff);
        await expect(visitor.bubble(say.fromStaff)).toBeVisible();
        await look(visitor.page, picture("5-with-ana"));
        await look(ana.page, picture("6-desk"));
      });

      await test.step("handed back, the visitor asks for a consultation", async () => {
        await ana.handBack();
        await visitor.tap(visitor.words.book);
        const answers = [say.name, say.contact, say.times, say.first];
        for (const [i, line] of answers.entries()) {
          await expect(visitor.log.getByText(say.questions[i] ?? "").last()).toBeVisible();
          await visitor.say(line);
        }
        await visitor.tap(say.confirm);
        await expect(visitor.log.getByText(say.requestSent).last()).toBeVisible();
        await look(visitor.page, picture("7-request"));
      });

      await test.step("Ana proposes a time, and the visitor chooses it", async () => {
        await ana.page.goto(`${program.url}/console/requests`);
        await expect(ana.page.getByText(say.name).first()).toBeVisible();
        const call = ana.page.getByRole("link", { name: "(410) 555-0123" }).first();
        await expect(call).toHaveAttribute("href", "tel:+14105550123");
        await look(ana.page, picture("8-requests"));
        await ana.page.getByRole("button", { name: "Propose times" }).first().click();
        await ana.proposeTomorrowAt("10:30");
        await visitor.chooseFirstTime();
        await expect(visitor.log.getByRole("region", { name: say.appointment }).last()).toBeVisible();
        await look(visitor.page, picture("9-appointment"));
      });

      await test.step("killed and started again, everything is there once", async () => {
        const before = await visitor.texts();
        await program.kill();
        await visitor.say(say.thanks);
        await program.run();
        await expect(visitor.bubble(say.thanks)).toHaveCount(1, { timeout: 40_000 });
        await expect.poll(async () => (await visitor.texts()).length, { timeout: 20_000 }).toBeGreaterThan(before.length + 1);
        const after = await visitor.texts();
        expect(after.slice(0, before.length)).toEqual(before);
        const seqs = await visitor.seqs();
        expect(new Set(seqs).size).toBe(seqs.length);
      });

      await test.step("no message text and no contact is in the log", async () => {
        for (const secret of [say.question, say.forPerson, say.contact, say.name]) {
          expect(program.output).not.toContain(secret);
        }
      });
    });
  }
}
