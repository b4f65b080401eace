import { expect, type TestInfo } from '@playwright/test';
import type { Workbench } from '../pages/workbench';
import { findings } from './axe';

const LOOKS = [
  { language: 'sv', theme: 'dark' },
  { language: 'en', theme: 'light' },
] as const;

/** Looks at what is shown in both languages and themes, the last as before: axe finds nothing, and a picture is kept of each. */
export function lookAround(fyra: Workbench, testInfo: TestInfo): (view: string) => Promise<void> {
  const html = fyra.window.locator('html');
  let number = 0;
  return async (view) => {
    number += 1;
    for (const { language, theme } of LOOKS) {
      await fyra.choose({ language, theme });
      await expect(html).toHaveAttribute('lang', language);
      await expect(html).toHaveAttribute('data-mantine-color-scheme', theme);
      expect(await findings(fyra.window), `${view}, ${language}, ${theme}`).toEqual([]);
      const name = `${String(number).padStart(2, '0')}-${view}-${language}.png`;
      await fyra.window.screenshot({ path: testInfo.outputPath(name) });
    }
  };
}
