import type { Locator, Page } from '@playwright/test';

/** The list of tickets on the left. */
export class Queue {
  constructor(private readonly window: Page) {}

  list(): Locator {
    return this.window.getByTestId('queue');
  }

  /** The rows in sight, top to bottom. */
  rows(): Locator {
    return this.window.getByTestId(/^queue-row-/);
  }

  row(title: string): Locator {
    return this.rows().filter({ hasText: title });
  }

  async search(text: string): Promise<void> {
    await this.window.getByRole('searchbox', { name: 'Search tickets' }).fill(text);
  }

  async open(title: string): Promise<void> {
    await this.row(title).click();
  }

  async showView(name: 'Working' | 'Waiting' | 'Solved' | 'All'): Promise<void> {
    await this.window.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }
}
