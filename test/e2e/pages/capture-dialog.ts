import type { ElectronApplication, Locator, Page } from '@playwright/test';

/** Where one chooses what to take a picture of. */
export class CaptureDialog {
  constructor(
    private readonly electron: ElectronApplication,
    private readonly window: Page,
  ) {}

  dialog(): Locator {
    return this.window.getByTestId('capture-dialog');
  }

  /** Draws a region on the frozen screen, in pixels of the screen. */
  async takeRegion(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const opened = this.electron.waitForEvent('window');
    await this.dialog().getByTestId('capture-region').click();
    const region = await opened;
    await region.locator('img, canvas').first().waitFor();
    await region.mouse.move(from.x, from.y);
    await region.mouse.down();
    await region.mouse.move(to.x, to.y, { steps: 5 });
    await region.mouse.up();
  }

  async cancelRegion(): Promise<void> {
    const opened = this.electron.waitForEvent('window');
    await this.dialog().getByTestId('capture-region').click();
    const region = await opened;
    await region.locator('img, canvas').first().waitFor();
    const closed = region.waitForEvent('close');
    // The window is gone before the key comes up again.
    await region.keyboard.down('Escape');
    await closed;
  }

  async close(): Promise<void> {
    await this.window.keyboard.press('Escape');
    await this.dialog().waitFor({ state: 'hidden' });
  }

  async takeWindow(name: string | RegExp): Promise<void> {
    await this.dialog().getByTestId('capture-window').click();
    await this.dialog().getByRole('button', { name }).click();
  }

  async takeScreen(): Promise<void> {
    await this.dialog().getByTestId('capture-screen').click();
  }
}
