import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';

const folder = resolve('out/tour');

/** Numbers the steps, prints them and takes their pictures. */
export class TourGuide {
  private steps = 0;

  constructor() {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** Does a step and prints what it verified; then takes a picture of the window. */
  async step(title: string, window: () => Page, run: () => Promise<string>): Promise<void> {
    this.steps += 1;
    const number = String(this.steps).padStart(2, '0');
    const verified = await run();
    const name = `${number}-${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`;
    await window().screenshot({ path: join(folder, name), animations: 'disabled' });
    console.log(`${number} ${title}\n   verified: ${verified}\n   picture:  ${name}`);
  }
}
