import type { Locator, Page } from '@playwright/test';

/** What waits, what needs a person, and how the portal answers. */
export class SyncPage {
  constructor(private readonly window: Page) {}

  async open(): Promise<void> {
    await this.window.getByRole('link', { name: 'Sync' }).click();
  }

  async goToQueue(): Promise<void> {
    await this.window.getByRole('link', { name: 'Queue' }).click();
  }

  async useKey(apiKey: string): Promise<void> {
    await this.window.getByRole('textbox', { name: 'API key' }).fill(apiKey);
    await this.window.getByRole('button', { name: 'Use key' }).click();
  }

  async syncNow(): Promise<void> {
    await this.window.getByRole('button', { name: 'Sync now' }).click();
  }

  emptyOutbox(): Locator {
    return this.window.getByText('The outbox is empty');
  }

  entry(text: string | RegExp): Locator {
    return this.window.getByRole('listitem').filter({ hasText: text });
  }
}
