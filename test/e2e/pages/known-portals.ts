import type { Locator, Page } from '@playwright/test';

/** The portals that are known on this computer, on the first page and in the settings. */
export class KnownPortals {
  constructor(private readonly window: Page) {}

  async openSettings(): Promise<void> {
    await this.window.getByRole('link', { name: 'Settings' }).click();
    await this.all().waitFor();
  }

  all(): Locator {
    return this.window.getByRole('list', { name: 'On this computer' });
  }

  portal(name: string): Locator {
    return this.all().getByRole('listitem').filter({ hasText: name });
  }

  /** What of it is not sent. */
  unsent(name: string): Locator {
    return this.portal(name).getByTestId('unsent');
  }

  async open(name: string): Promise<void> {
    await this.portal(name).getByRole('button', { name: 'Open' }).click();
  }

  /** Goes back to the first page. */
  async connectAnother(): Promise<void> {
    await this.window.getByRole('button', { name: 'Connect to another portal' }).click();
  }

  async askToRemove(name: string): Promise<void> {
    await this.portal(name).getByRole('button', { name: 'Remove' }).click();
    await this.dialog().waitFor();
  }

  dialog(): Locator {
    return this.window.getByRole('dialog');
  }

  async export(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Export everything' }).click();
  }

  sure(): Locator {
    return this.dialog().getByRole('checkbox', { name: 'I know that it cannot be undone' });
  }

  removeButton(): Locator {
    return this.dialog().getByRole('button', { name: 'Remove from this computer' });
  }
}
