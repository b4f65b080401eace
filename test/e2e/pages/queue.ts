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

  /** How far down the list is scrolled. */
  async scrolledPx(): Promise<number> {
    return this.window.getByRole('listbox').evaluate(({ scrollTop }) => scrollTop);
  }

  /** The numbers of the tickets in sight, top to bottom. */
  async numbers(): Promise<string[]> {
    const ids = await this.rows().evaluateAll((rows) => rows.map((row) => row.getAttribute('data-testid') ?? ''));
    return ids.map((id) => id.replace('queue-row-', ''));
  }

  /** The marks of what came since a ticket was opened last: on this one, or on all in sight. */
  unread(title?: string): Locator {
    return (title === undefined ? this.rows() : this.row(title)).getByTestId('unread');
  }

  searchBox(): Locator {
    return this.window.getByRole('searchbox', { name: 'Search tickets' });
  }

  async search(text: string): Promise<void> {
    await this.searchBox().fill(text);
  }

  async open(title: string): Promise<void> {
    await this.row(title).click();
  }

  /** The tickets that an act on several is about. */
  chosen(): Locator {
    return this.rows().and(this.window.locator('[aria-selected="true"]'));
  }

  /** What can be done with the chosen tickets. */
  chosenBar(): Locator {
    return this.window.getByTestId('chosen-tickets');
  }

  async moveChosenTo(stage: string): Promise<void> {
    await this.chosenBar().getByRole('button', { name: 'Move to' }).click();
    await this.window.getByRole('menuitem', { name: stage }).click();
  }

  /** What is marked in the rows as found. */
  marks(): Locator {
    return this.rows().locator('mark');
  }

  /** The filters and what was saved of them. */
  filters(): Locator {
    return this.window.getByRole('dialog', { name: 'Filter' });
  }

  async showView(name: 'Working' | 'Waiting' | 'Solved' | 'All'): Promise<void> {
    await this.window.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
  }
}
