import type { Locator, Page } from '@playwright/test';

/** What of the portal maps to what here, in the settings. */
export class MappingSettings {
  constructor(private readonly window: Page) {}

  async open(): Promise<void> {
    await this.window.getByRole('link', { name: 'Settings' }).click();
    await this.section().waitFor();
  }

  section(): Locator {
    return this.window.getByRole('region', { name: 'Tickets from the portal' });
  }

  async letStageMean(stage: string, meaning: string): Promise<void> {
    await this.section()
      .getByRole('combobox', { name: `What ${stage} means` })
      .click();
    await this.window.getByRole('option', { name: meaning, exact: true }).click();
  }

  async try(): Promise<void> {
    await this.section().getByRole('button', { name: 'Try it' }).click();
  }

  trial(): Locator {
    return this.window.getByTestId('mapping-trial');
  }

  async use(): Promise<void> {
    await this.section().getByRole('button', { name: 'Use it' }).click();
  }
}
