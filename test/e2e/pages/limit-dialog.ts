import type { Locator, Page } from '@playwright/test';

/** What is to happen at a ticket's limit. */
export class LimitDialog {
  constructor(private readonly window: Page) {}

  dialog(): Locator {
    return this.window.getByTestId('limit-dialog');
  }

  async choose(decision: 'Ask the customer' | 'Approval received' | 'Continue, not charged' | 'Stop for now') {
    await this.dialog().getByRole('tab', { name: decision }).click();
  }

  choices(): Locator {
    return this.dialog().getByRole('tab');
  }

  message(): Locator {
    return this.dialog().getByLabel('Message');
  }

  async estimate(band: string): Promise<void> {
    await this.dialog().getByRole('radiogroup', { name: 'Estimate for the whole ticket' }).getByText(band).click();
  }

  async send(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Send to customer' }).click();
  }

  /** Writes an approval down, with everything else as it is proposed. */
  async approve(by: string, channel: 'E-mail' | 'Telephone', limit: '10 h' | '20 h'): Promise<void> {
    await this.choose('Approval received');
    await this.dialog().getByLabel('Who approved').fill(by);
    await this.dialog().getByText(channel, { exact: true }).click();
    await this.dialog().getByText(limit, { exact: true }).click();
    await this.dialog().getByRole('button', { name: 'Save approval' }).click();
  }

  async continueNotCharged(): Promise<void> {
    await this.choose('Continue, not charged');
    await this.dialog().getByRole('button', { name: 'Continue, not charged' }).click();
  }

  async stop(): Promise<void> {
    await this.choose('Stop for now');
    await this.dialog().getByRole('button', { name: 'Stop for now' }).click();
  }
}
