import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds in the window, by the rules of WCAG 2.2 AA. */
export async function findings(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window })
    // Electron has one page per window and cannot open the blank one that axe would like to finish in.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
