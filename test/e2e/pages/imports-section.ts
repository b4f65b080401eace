import type { Page } from '@playwright/test';

/** The part of the settings that imports from a table, and its dialog. */
export class ImportsSection {
  constructor(private readonly window: Page) {}

  section() {
    return this.window.getByRole('region', { name: /^(Import from a table|Importera från en tabell)$/ });
  }

  /** The button for tickets, which is there without a portal only. */
  tickets() {
    return this.section().getByRole('button', { name: /^(Import tickets|Importera ärenden)/ });
  }

  /** The buttons for agreements, price lists and packs, in this order. */
  choices() {
    return this.section().getByRole('button');
  }

  dialog() {
    return this.window.getByRole('dialog');
  }

  rows(outcome?: 'new' | 'changed' | 'same' | 'passed-over' | 'unreadable') {
    const rows = this.dialog().getByTestId('import-row');
    return outcome === undefined ? rows : rows.and(this.window.locator(`[data-outcome=${outcome}]`));
  }

  column(field: string) {
    return this.dialog().getByRole('combobox', { name: field });
  }

  async choose(field: string, header: string): Promise<void> {
    await this.column(field).click();
    await this.window.getByRole('option', { name: header, exact: true }).click();
  }

  async import(): Promise<void> {
    await this.dialog()
      .getByRole('button', { name: /^(Import|Importera) \d+/ })
      .click();
  }
}
