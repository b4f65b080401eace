import type { Locator, Page } from '@playwright/test';

/** The open ticket on the right. */
export class TicketPane {
  constructor(private readonly window: Page) {}

  pane(): Locator {
    return this.window.getByTestId('ticket-pane');
  }

  heading(title: string): Locator {
    return this.pane().getByRole('heading', { name: title });
  }

  async startTimer(): Promise<void> {
    await this.pane()
      .getByRole('button', { name: /^(Start|Resume) timer$/ })
      .click();
  }

  tabs(): Locator {
    return this.pane().getByRole('tab');
  }

  async showTab(name: 'Overview' | 'Time' | 'Messages' | 'Screens'): Promise<void> {
    await this.pane()
      .getByRole('tab', { name: new RegExp(`^${name}`) })
      .click();
  }

  meter(): Locator {
    return this.pane().getByTestId('four-hour-meter');
  }

  /** The part of the meter that is other people's time. */
  colleagues(): Locator {
    return this.pane().getByRole('listitem').filter({ hasText: 'Colleagues' });
  }

  line(description: string): Locator {
    return this.pane().getByRole('row').filter({ hasText: description });
  }

  /** Describes the first line that waits for it. */
  async describeLine(description: string): Promise<void> {
    await this.pane().getByRole('button', { name: 'Describe' }).first().click();
    await this.pane().getByRole('textbox', { name: 'Description' }).fill(description);
    await this.pane().getByRole('button', { name: 'Save description' }).click();
  }

  screenDumps(): Locator {
    return this.pane().getByRole('list', { name: 'Screen dumps' }).getByRole('listitem');
  }

  async writeNote(text: string): Promise<void> {
    await this.showTab('Messages');
    await this.pane().getByText('Internal note', { exact: true }).first().click();
    await this.pane().getByRole('textbox').fill(text);
    await this.pane().getByRole('button', { name: 'Save note' }).click();
  }
}
