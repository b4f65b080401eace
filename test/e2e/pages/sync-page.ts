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

  /** A button of one entry. */
  action(text: string | RegExp, name: 'Fix' | 'Try again' | 'Export' | 'Give up' | 'Take up again'): Locator {
    return this.entry(text).getByRole('button', { name: new RegExp(`^${name}: `) });
  }

  parked(): Locator {
    return this.window.getByRole('region', { name: 'Needs you' });
  }

  givenUp(): Locator {
    return this.window.getByRole('region', { name: 'Given up' });
  }

  /** What both sides changed. */
  conflicts(): Locator {
    return this.window.getByRole('region', { name: 'Changed on both sides' });
  }

  conflict(what: string): Locator {
    return this.conflicts().getByRole('listitem').filter({ hasText: what });
  }

  lastRuns(): Locator {
    return this.window.getByRole('region', { name: 'Last syncs' });
  }

  async copyDiagnosis(): Promise<void> {
    await this.window.getByRole('button', { name: 'Copy diagnosis' }).click();
    await this.window.getByText('The diagnosis is on the clipboard').waitFor();
  }
}
