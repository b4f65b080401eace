import type { Locator, Page } from '@playwright/test';

/** The reports. */
export class ReportsView {
  constructor(private readonly window: Page) {}

  view(): Locator {
    return this.window.getByTestId('reports-view');
  }

  table(name: string | RegExp): Locator {
    return this.view().getByRole('table', { name });
  }

  /** The figures below a table. */
  sums(name: string | RegExp): Locator {
    return this.table(name).locator('tfoot tr');
  }

  async choosePeriod(name: string): Promise<void> {
    await this.view().getByRole('combobox', { name: 'Period' }).click();
    await this.window.getByRole('option', { name, exact: true }).click();
  }

  /** Shows the work of these dates and those between them. */
  async chooseDates(from: string, to: string): Promise<void> {
    await this.view().getByLabel('From', { exact: true }).fill(from);
    await this.view().getByLabel('To', { exact: true }).fill(to);
  }

  async groupBy(name: string): Promise<void> {
    await this.view().getByText(name, { exact: true }).click();
  }

  async exportAs(format: 'CSV' | 'Excel' | 'PDF'): Promise<void> {
    await this.view().getByRole('button', { name: 'Export' }).click();
    await this.window.getByRole('menuitem', { name: new RegExp(`^${format}`) }).click();
  }
}
