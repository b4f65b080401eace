import type { Locator, Page } from '@playwright/test';

/** What the timer asks in banners. */
export class TimerQuestions {
  constructor(private readonly window: Page) {}

  /** Everything about time in which nobody knows whether work was done. */
  unknownTime(): Locator {
    return this.window.getByRole('region', { name: /^(Unknown time|Okänd tid)$/ });
  }

  /** The answers to one question each. */
  answers(): Locator {
    return this.unknownTime().getByTestId('unknown-answer');
  }

  async answer(answer: 'Count as work' | 'Do not count'): Promise<void> {
    await this.answers().first().getByRole('button', { name: answer }).click();
  }

  /** The time was work on the ticket of this title. */
  async giveTo(title: string): Promise<void> {
    await this.answers().first().getByRole('button', { name: 'Another ticket …' }).click();
    await this.unknownTime().getByLabel('Ticket the time belongs to').fill(title);
    // The rows of the queue are options too, but do not begin with the number.
    await this.window.getByRole('option', { name: new RegExp(`^S-\\d+ ${title}`) }).click();
    await this.unknownTime().getByRole('button', { name: 'Move the time there' }).click();
  }

  async splitAt(clock: string): Promise<void> {
    await this.answers().first().getByRole('button', { name: 'Split …' }).click();
    await this.unknownTime().getByLabel('Time to split at').fill(clock);
    await this.unknownTime().getByRole('button', { name: 'Split here' }).click();
  }

  overrun(): Locator {
    return this.window.getByTestId('overrun');
  }

  nudge(): Locator {
    return this.window.getByTestId('nudge');
  }
}
