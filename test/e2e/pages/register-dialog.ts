import type { Locator, Page } from '@playwright/test';

/** The form in which a new ticket is registered. */
export class RegisterDialog {
  constructor(private readonly window: Page) {}

  dialog(): Locator {
    return this.window.getByRole('dialog', { name: 'New ticket' });
  }

  async open(): Promise<void> {
    await this.window.getByRole('button', { name: 'New ticket' }).click();
    await this.dialog().waitFor();
  }

  async write({
    title,
    customer,
    description,
  }: {
    title: string;
    customer: string;
    description: string;
  }): Promise<void> {
    await this.dialog().getByRole('textbox', { name: 'Title' }).fill(title);
    await this.dialog().getByRole('combobox', { name: 'Customer' }).fill(customer);
    await this.window.getByRole('option', { name: customer, exact: true }).click();
    await this.dialog().getByRole('textbox', { name: 'What the customer says' }).fill(description);
  }

  /** The time of the call, and what was paused for it. */
  callTime(): Locator {
    return this.dialog().getByTestId('call-time');
  }

  /** What is worth knowing of who calls. */
  caller(): Locator {
    return this.dialog().getByTestId('caller-card');
  }

  timer(): Locator {
    return this.dialog().getByRole('checkbox', { name: 'Start the timer' });
  }

  async submit(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Register' }).click();
    await this.dialog().waitFor({ state: 'detached' });
  }
}
