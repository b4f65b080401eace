import { expect, type Locator, type Page } from '@playwright/test';

/** The strip at the bottom: connection, what waits, what needs a person. */
export class StatusBar {
  constructor(private readonly window: Page) {}

  bar(): Locator {
    return this.window.getByTestId('status-bar');
  }

  async switchOffline(isOffline: boolean): Promise<void> {
    const toggle = this.bar().getByTestId('offline-switch');
    await toggle.click();
    // The switch follows what the main process says, so it moves a moment after the click.
    await expect(toggle).toBeChecked({ checked: isOffline });
  }

  waiting(): Locator {
    return this.bar().getByTestId('sync-waiting');
  }
}
