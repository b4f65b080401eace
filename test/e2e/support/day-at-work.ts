import { expect } from '@playwright/test';
import type { Workbench } from '../pages/workbench';
import type { Work } from './consultants-day';
import type { Look } from './look-around';
import type { PortalBench } from './portal-bench';
import { test as base } from './test';
import { aheadToMorning } from './working-day';

const MINUTE = 60_000;

/** A test that begins, here and on the portal, at half past seven on a working morning. */
export const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
  portalClock: async ({}, use) => {
    await use({ aheadMs: aheadToMorning() });
  },
});

/** Somebody at work: time passes here and on the portal alike, and only while they say so. */
export class DayAtWork {
  constructor(
    readonly fyra: Workbench,
    readonly portal: PortalBench,
    private readonly portalClock: { aheadMs: number },
    readonly look: Look,
  ) {}

  /** Finds a ticket among all that are worked on and opens it. */
  async open(title: string): Promise<void> {
    const { queue, ticket } = this.fyra;
    await queue.search(title);
    // Until it is found it stands elsewhere, and moves away from under the mouse.
    await expect(queue.rows().first()).toContainText(title);
    // Whatever only quotes the title, such as a part that was split from it, comes after.
    await queue.rows().first().click();
    await expect(ticket.heading(title)).toBeVisible();
    await queue.search('');
  }

  async passMinutes(minutes: number): Promise<void> {
    await this.fyra.app.passTime(minutes * MINUTE);
    this.portalClock.aheadMs += minutes * MINUTE;
  }

  /** Works on the ticket in view by the timer. `meanwhile` is done when the time has passed, before it is stopped. */
  async work(work: Work, meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
    const { app, ticket } = this.fyra;
    await app.withClockHeld(async () => {
      await ticket.startTimer();
      await this.passMinutes(work.minutes);
      await meanwhile();
      await this.stop(work);
    });
    await this.expectJudged(work);
  }

  /** Stops the timer and says what was done. */
  async stop({ description, kindOfWork }: Work): Promise<void> {
    const { stopDialog, timerBar } = this.fyra;
    await timerBar.stop();
    await stopDialog.describe(description);
    await stopDialog.chooseKind(kindOfWork);
    await stopDialog.save();
    await expect(stopDialog.dialog()).toBeHidden();
  }

  /** The line of that work on the ticket in view, with its verdict. */
  async expectJudged({ description, minutes, verdict }: Work): Promise<void> {
    const { ticket } = this.fyra;
    await ticket.showTab('Time');
    await expect(ticket.line(description)).toContainText(new RegExp(`${minutes}\\smin`));
    await expect(ticket.linesOfVerdict(verdict).filter({ hasText: description })).toHaveCount(1);
  }

  /** Reads the sentence behind a verdict in the list of lines. */
  async expectSentence({ description, verdict }: Work, sentence: string): Promise<void> {
    const { ticket } = this.fyra;
    const line = ticket.linesOfVerdict(verdict).filter({ hasText: description });
    await line.getByRole('button', { name: verdict }).click();
    await expect(ticket.pane().getByRole('table').getByText(sentence)).toBeVisible();
  }
}
