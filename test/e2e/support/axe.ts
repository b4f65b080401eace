import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { untilStill } from './until-still';

/** What axe finds in the window, by the rules of WCAG 2.2 AA, once nothing is on its way in or out any more. */
export async function findings(window: Page): Promise<string[]> {
  // A notice that is half faded has half its contrast.
  await untilStill(window);
  const { violations } = await new AxeBuilder({ page: window })
    // Electron has one page per window and cannot open the blank one that axe would like to finish in.
    .setLegacyMode(true)
    // What is in order is not told element by element: on a full view that is most of the work.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
