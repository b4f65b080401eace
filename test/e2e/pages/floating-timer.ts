import type { Locator, Page } from '@playwright/test';
import type { FyraApp } from '../support/fyra-app';

/** The small window that stands on top of other programs. */
export class FloatingTimer {
  constructor(
    private readonly app: FyraApp,
    readonly window: Page,
  ) {}

  /** Waits for the small window to be made. */
  static async of(app: FyraApp): Promise<FloatingTimer> {
    const isFloating = (page: Page) => page.url().endsWith('/floating.html');
    const made = app.electron.windows().find(isFloating) ?? (await app.electron.waitForEvent('window', isFloating));
    await made.getByTestId('floating-timer').waitFor();
    return new FloatingTimer(app, made);
  }

  async isInSight(): Promise<boolean> {
    return this.app.isInSight(this.window);
  }

  /** Whether all of its content is to be seen. */
  async isWhole(): Promise<boolean> {
    return this.window.evaluate(() => {
      const content = document.querySelector('main > :first-child')?.getBoundingClientRect();
      return content !== undefined && content.bottom <= window.innerHeight;
    });
  }

  timer(): Locator {
    return this.window.getByTestId('floating-timer');
  }

  elapsed(): Locator {
    return this.window.getByTestId('floating-elapsed');
  }

  meter(): Locator {
    return this.window.getByTestId('four-hour-meter');
  }

  button(name: 'Pause' | 'Resume' | 'Stop …' | 'Take screen dump' | 'Show Fyra' | RegExp): Locator {
    return this.timer().getByRole('button', { name, exact: true });
  }

  /** The paused timers that can be switched to. */
  others(): Locator {
    return this.window.getByRole('list', { name: /^(Switch to|Växla till)$/ }).getByRole('button');
  }

  switchButton(): Locator {
    return this.button(/^(Switch to|Växla till) .*\d/);
  }

  /** Opens the list of timers that can be switched to. */
  async openOthers(): Promise<void> {
    await this.switchButton().click();
    await this.others().first().waitFor();
  }
}
