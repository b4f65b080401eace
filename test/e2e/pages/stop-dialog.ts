import type { Locator, Page } from '@playwright/test';

/** What was done, asked when the timer is stopped. */
export class StopDialog {
  constructor(private readonly window: Page) {}

  dialog(): Locator {
    return this.window.getByTestId('stop-dialog');
  }

  async describe(description: string): Promise<void> {
    await this.dialog().getByLabel('What have you done?').fill(description);
  }

  async chooseKind(kindOfWork: string): Promise<void> {
    await this.dialog().getByRole('combobox', { name: 'Kind of work' }).fill(kindOfWork);
    await this.window.getByRole('option', { name: kindOfWork, exact: true }).click();
  }

  async save(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Stop and save' }).click();
  }
}
