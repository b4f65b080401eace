import type { Locator, Page } from '@playwright/test';

/** The forms that split a part off a ticket, and merge one as a duplicate. */
export class LinkDialog {
  constructor(private readonly window: Page) {}

  split(): Locator {
    return this.window.getByRole('dialog', { name: /^Split off a part of / });
  }

  /** A line that can be ticked. */
  line(description: string): Locator {
    return this.split().getByRole('checkbox', { name: description });
  }

  async splitOff(title: string): Promise<void> {
    const name = this.split().getByRole('textbox', { name: 'Title of the part' });
    await name.fill(title);
    await name.press('Control+Enter');
    await this.split().waitFor({ state: 'detached' });
  }

  merge(): Locator {
    return this.window.getByRole('dialog', { name: /^Merge .* as a duplicate$/ });
  }

  /** What merging will do. */
  preview(): Locator {
    return this.merge().getByTestId('merge-preview');
  }

  /** Why it cannot be done. */
  refusal(): Locator {
    return this.merge().getByRole('alert');
  }

  candidate(title: string): Locator {
    return this.merge().getByRole('radio', { name: title });
  }

  /** Chooses any ticket by what is written on it. */
  async search(title: string): Promise<void> {
    await this.merge().getByRole('combobox', { name: 'Another ticket' }).fill(title);
    // The row of the queue behind is an option too.
    await this.window.getByRole('option', { name: `${title} ·` }).click();
  }

  async submit(): Promise<void> {
    await this.merge().getByRole('button', { name: 'Merge', exact: true }).click();
    await this.merge().waitFor({ state: 'detached' });
  }

  async cancel(): Promise<void> {
    await this.merge().getByRole('button', { name: 'Cancel' }).click();
    await this.merge().waitFor({ state: 'detached' });
  }
}
