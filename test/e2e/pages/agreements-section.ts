import type { Locator, Page } from '@playwright/test';

/** Customers' agreements in the settings, in either language. */
export class AgreementsSection {
  constructor(private readonly window: Page) {}

  section(): Locator {
    return this.window.getByRole('region', { name: /^(Customers' agreements|Kundernas avtal)$/ });
  }

  async choose(customer: string): Promise<void> {
    const choice = this.section().getByRole('combobox', { name: /^(Customer|Kund)$/ });
    await choice.fill(customer);
    await this.window.getByRole('option', { name: customer }).click();
  }

  /** Adds an agreement of the kind that the form begins with, maintenance and support. */
  async addMaintenance({ validFrom, validUntil = '' }: { validFrom: string; validUntil?: string }): Promise<void> {
    await this.section()
      .getByRole('button', { name: /^(Add agreement|Lägg till avtal)$/ })
      .click();
    await this.section()
      .getByLabel(/^(Valid from|Gäller från)$/)
      .fill(validFrom);
    await this.section()
      .getByLabel(/^(Valid until|Gäller till och med)$/)
      .fill(validUntil);
    await this.save();
  }

  /** Adds an agreement that began then and still holds. */
  async add(kind: string, validFrom: string): Promise<void> {
    await this.section().getByRole('button', { name: 'Add agreement' }).click();
    await this.section().getByRole('combobox', { name: 'Agreement' }).click();
    await this.window.getByRole('option', { name: kind, exact: true }).click();
    await this.section().getByLabel('Valid from').fill(validFrom);
    await this.save();
  }

  async save(): Promise<void> {
    await this.section()
      .getByRole('button', { name: /^(Save the agreement|Spara avtalet)$/ })
      .click();
  }

  /** The rows of the table, without its heads. */
  rows(): Locator {
    return this.section().locator('tbody tr');
  }
}
