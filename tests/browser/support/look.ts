// Screenshots to be looked at, and what is asked of each state they show.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Saves results/NAME.png and holds the page to WCAG 2.1 AA, at its size and without sideways scrolling. */
export async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `results/${name}.png` });
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect(told, `${name} is accessible`).toEqual([]);
  expect(await tooWide(page), `${name} fits its width`).toEqual([]);
}

/** What is wider than its room and would scroll or be cut: WCAG 1.4.10. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: Document | ShadowRoot) => {
      for (const one of root.querySelectorAll<HTMLElement>("*")) {
        if (one.shadowRoot) visit(one.shadowRoot);
        const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowX);
        const whole = one === document.documentElement;
        // What says on purpose that it scrolls sideways (a row of links, a table) is marked by its role.
        if (one.closest("nav, [role=tablist], .mantine-ScrollArea-root, .mantine-Table-scrollContainer")) continue;
        if ((scrolls || whole) && one.scrollWidth > one.clientWidth + 1)
          found.push(`${one.tagName.toLowerCase()}.${one.className} ${one.scrollWidth} > ${one.clientWidth}`);
      }
    };
    visit(document);
    return found;
  });
}
