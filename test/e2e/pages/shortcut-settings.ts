import type { Locator, Page } from '@playwright/test';

/** The part of the settings with the keys that work from every program. */
export class ShortcutSettings {
  constructor(private readonly window: Page) {}

  row(action: 'toggle' | 'stop' | 'switch' | 'show' | 'capture'): Locator {
    return this.window.getByTestId(`shortcut-${action}`);
  }

  button(action: Parameters<ShortcutSettings['row']>[0], name: 'Change' | 'Clear' | 'Restore'): Locator {
    return this.row(action).getByRole('button', { name: new RegExp(`^${name} the keys`) });
  }
}
