import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { regionOfBrowser } from './support/annotate';
import { openBrowser } from './support/real-browser';
import { expect, test } from './support/test';

const TICKET = 'Moms saknas på faktura INV/2026/00042';

/** What axe finds in the window, by the rules of WCAG 2.2 AA. */
async function findings(window: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: window })
    // Electron has one page per window and cannot open the blank one that axe would like to finish in.
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['en', 'sv'] as const) {
    test(`axe finds nothing on any view, ${theme}, ${language}`, async ({ launch, folder }) => {
      const fyra = await launch();
      await fyra.choose({ language, theme });
      const { window } = fyra;
      const expectClean = async (view: string) => expect(await findings(window), view).toEqual([]);
      const html = window.locator('html');
      await expect(html).toHaveAttribute('lang', language);
      await expect(html).toHaveAttribute('data-mantine-color-scheme', theme);
      await expectClean('first run');

      await fyra.practise();
      await expect(fyra.queue.rows().first()).toBeVisible();
      await expectClean('queue');
      await fyra.queue.open(TICKET);
      for (const tab of await fyra.ticket.tabs().all()) {
        await tab.click();
        await expect(tab).toHaveAttribute('aria-selected', 'true');
        await expectClean(`ticket: ${await tab.textContent()}`);
      }
      await fyra.startTimerOn(TICKET);
      await fyra.app.passTime(20 * 60_000);
      await expect(fyra.warning()).toBeVisible();
      await expectClean('timer and warning');
      await fyra.openStopDialog();
      await expectClean('stop');
      await window.keyboard.press('Escape');
      await expect(fyra.stopDialog.dialog()).toBeHidden();

      for (const path of ['/sync', '/settings']) {
        await fyra.goTo(path);
        await expectClean(path);
      }
      await fyra.goTo('/');
      const browser = await openBrowser(folder);
      await fyra.openCapture();
      await expectClean('capture');
      const { from, to } = await regionOfBrowser();
      await fyra.captureDialog.takeRegion(from, to);
      await expect(fyra.captureEditor.canvas()).toBeVisible();
      await expectClean('editor');
      await browser.close();
    });
  }
}
