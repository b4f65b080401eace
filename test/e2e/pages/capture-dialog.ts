import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { closeBy } from '../support/close-by';

/** Where one chooses what to take a picture of. */
export class CaptureDialog {
  constructor(
    private readonly electron: ElectronApplication,
    private readonly window: Page,
  ) {}

  dialog(): Locator {
    return this.window.getByTestId('capture-dialog');
  }

  /** The choice that is there first when the dialog is open. */
  regionChoice(): Locator {
    return this.dialog().getByTestId('capture-region');
  }

  /** Draws a region on the frozen screen, in pixels of the screen. */
  async takeRegion(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const picker = await this.pickerOpenedBy(() => this.regionChoice().click());
    await this.drawOn(picker, from, to);
  }

  /** The window in which a region is drawn, once its picture is there. */
  async pickerOpenedBy(act: () => Promise<void>): Promise<Page> {
    const opened = this.electron.waitForEvent('window');
    await act();
    const picker = await opened;
    await picker.locator('img').first().waitFor();
    // It is shown once its picture is painted, and covers the screen a moment later: nobody draws on it before.
    const shown = await this.electron.browserWindow(picker);
    await shown.evaluate(async (window) => {
      if (!window.isVisible()) await new Promise<void>((resolve) => window.once('show', () => resolve()));
    });
    await picker.waitForFunction(() => innerWidth === screen.width && innerHeight === screen.height);
    return picker;
  }

  async drawOn(picker: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await picker.mouse.move(from.x, from.y);
    await picker.mouse.down();
    await picker.mouse.move(to.x, to.y, { steps: 5 });
    await closeBy(picker, () => picker.mouse.up());
  }

  /** The pixels around the pointer, enlarged. */
  magnifier(picker: Page): Locator {
    return picker.getByTestId('region-magnifier');
  }

  async cancelRegion(): Promise<void> {
    const picker = await this.pickerOpenedBy(() => this.regionChoice().click());
    await this.pressAndClose(picker, 'Escape');
  }

  /** Presses a key that ends the window: it is gone before the key comes up again. */
  async pressAndClose(picker: Page, key: 'Escape' | 'Enter'): Promise<void> {
    await closeBy(picker, () => picker.keyboard.down(key));
  }

  lastRegionChoice(): Locator {
    return this.dialog().getByTestId('capture-last-region');
  }

  /** Lets the picture be taken later. */
  async delay(label: string): Promise<void> {
    await this.dialog().getByTestId('capture-delay').getByText(label, { exact: true }).click();
  }

  /** How long it still is until the picture is taken, with the button that gives it up. */
  waiting(): Locator {
    return this.dialog().getByTestId('capture-waiting');
  }

  async close(): Promise<void> {
    await this.window.keyboard.press('Escape');
    await this.regionChoice().waitFor({ state: 'hidden' });
  }

  async takeWindow(name: string | RegExp): Promise<void> {
    await this.dialog().getByTestId('capture-window').click();
    await this.dialog().getByRole('button', { name }).click();
  }

  async takeScreen(): Promise<void> {
    await this.dialog().getByTestId('capture-screen').click();
  }
}
