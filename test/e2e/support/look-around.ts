import { join } from 'node:path';
import { expect, type TestInfo } from '@playwright/test';
import type { Workbench } from '../pages/workbench';
import { findings } from './axe';
import { LOOKS } from './looks';

/** Looks at what is shown. */
export type Look = (view: string) => Promise<void>;

/**
 * Looks at what is shown in both languages and themes, the last as before: axe finds nothing, and a picture is kept of
 * each, in the folder that FYRA_PICTURES names or else with the results of the test.
 */
export function lookAround(fyra: Workbench, testInfo: TestInfo): Look {
  const html = fyra.window.locator('html');
  const folder = process.env['FYRA_PICTURES'];
  let number = 0;
  return async (view) => {
    number += 1;
    // One that begins to fade meanwhile has half its contrast.
    await fyra.closeNotices();
    for (const { language, theme } of LOOKS) {
      await fyra.choose({ language, theme });
      await expect(html).toHaveAttribute('lang', language);
      await expect(html).toHaveAttribute('data-mantine-color-scheme', theme);
      expect(await findings(fyra.window), `${view}, ${language}, ${theme}`).toEqual([]);
      const name = `${String(number).padStart(2, '0')}-${view}-${language}-${theme}.png`;
      await fyra.window.screenshot({ path: folder === undefined ? testInfo.outputPath(name) : join(folder, name) });
    }
  };
}
