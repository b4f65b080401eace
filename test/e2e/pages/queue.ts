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

  /** The marks of what came since a ticket was opened last: on this one, or on all in sight. */
  unread(title?: string): Locator {
    return (title === undefined ? this.rows() : this.row(title)).getByTestId('unread');
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
