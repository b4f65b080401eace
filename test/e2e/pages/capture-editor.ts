import type { Locator, Page } from '@playwright/test';

/** The picture that was taken, before it is filed. */
export class CaptureEditor {
  constructor(private readonly window: Page) {}

  editor(): Locator {
    return this.window.getByTestId('capture-editor');
  }

  canvas(): Locator {
    return this.window.getByTestId('capture-canvas');
  }

  address(): Locator {
    return this.window.getByTestId('address-field');
  }

  async save(): Promise<void> {
    await this.window.getByTestId('capture-save').click();
  }
}
