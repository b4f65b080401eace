import type { Locator, Page } from '@playwright/test';

/** The forms in which it is decided how a ticket is handled. */
export class HandlingDialog {
  constructor(private readonly window: Page) {}

  dialog(name: RegExp): Locator {
    return this.window.getByRole('dialog', { name });
  }

  async escalate(by: string, about: string): Promise<void> {
    const dialog = this.dialog(/^Escalate /);
    await dialog.getByRole('textbox', { name: 'Who called?' }).fill(by);
    await dialog.getByRole('textbox', { name: 'What is it about?' }).fill(about);
    await dialog.getByRole('button', { name: 'Escalate' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async accept(note: string): Promise<void> {
    const dialog = this.dialog(/^Accept the escalation/);
    await dialog.getByRole('textbox').fill(note);
    await dialog.getByRole('textbox').press('Control+Enter');
  }

  /** The drafted message to the customer. */
  confirmation(): Locator {
    return this.dialog(/^Confirm the escalation/).getByRole('textbox', { name: 'Message to the customer' });
  }

  async sendConfirmation(): Promise<void> {
    const dialog = this.dialog(/^Confirm the escalation/);
    await dialog.getByRole('button', { name: 'Send to the customer' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  async giveReason(name: RegExp, reason: string): Promise<void> {
    const dialog = this.dialog(name);
    await dialog.getByRole('textbox', { name: 'Why?' }).fill(reason);
    await dialog.getByRole('textbox', { name: 'Why?' }).press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
  }

  /** The ticket in the form is looked at again on the next working day. */
  async followUpNextWorkingDay(): Promise<void> {
    const dialog = this.dialog(/^Follow up /);
    await dialog.getByRole('button', { name: 'Next working day' }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
}
