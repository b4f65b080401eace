import type { Locator, Page } from '@playwright/test';

/** The bar that every view has. */
export class TimerBar {
  constructor(private readonly window: Page) {}

  bar(): Locator {
    return this.window.getByTestId('timer-bar');
  }

  elapsed(): Locator {
    return this.bar().getByTestId('timer-elapsed');
  }

  meter(): Locator {
    return this.bar().getByTestId('four-hour-meter');
  }

  async pause(): Promise<void> {
    await this.bar().getByRole('button', { name: 'Pause timer' }).click();
  }

  async stop(): Promise<void> {
    await this.bar().getByRole('button', { name: 'Stop timer' }).click();
  }

  async capture(): Promise<void> {
    await this.bar()
      .getByRole('button', { name: /Take screen dump|Ta skärmdump/ })
      .click();
  }

  /** Says since when nobody is known to be at work. */
  away(): Locator {
    return this.bar().getByTestId('timer-away');
  }

  async decide(): Promise<void> {
    await this.bar().getByRole('button', { name: 'Decide' }).click();
  }

  pausedMenu(): Locator {
    return this.bar().getByRole('button', { name: /\d+ paused/ });
  }

  async resume(number: string): Promise<void> {
    await this.pausedMenu().click();
    await this.window.getByRole('button', { name: `Resume ${number}` }).click();
  }
}
