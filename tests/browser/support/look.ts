// Screenshots to be looked at, and the accessibility check of what they show.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Saves results/NAME.png and holds the page to WCAG 2.1 AA. */
export async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `results/${name}.png` });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(told, `${name} is accessible`).toEqual([]);
}
