import type { Locator, Page } from '@playwright/test';

/** The strip at the bottom: connection, what waits, what needs a person. */
export class StatusBar {
  constructor(private readonly window: Page) {}

  bar(): Locator {
    return this.window.getByTestId('status-bar');
  }

  async switchOffline(isOffline: boolean): Promise<void> {
    await this.bar().getByTestId('offline-switch').setChecked(isOffline, { force: true });
  }

  waiting(): Locator {
    return this.bar().getByTestId('sync-waiting');
  }
}
