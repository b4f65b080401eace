import { expect, type Locator, type Page } from '@playwright/test';

type Measure = 'worked' | 'charged' | 'included' | 'notCharged' | 'unapproved' | 'notYetSent';
type Activity = 'Meeting' | 'Internal' | 'Training' | 'Administration' | 'Travel';

export interface TypedLine {
  /** A word that finds the one ticket, or an activity without a ticket. */
  readonly ticket?: string;
  readonly activity?: Activity;
  /** As a person writes it. */
  readonly time: string;
  readonly description: string;
  /** Of which kind it is, where that is not what is proposed. */
  readonly kind?: string;
}

/** What the hours beside the time axis take. */
const HOURS_PX = 44;

/** The days and weeks of a consultant's work. */
export class TimesheetView {
  constructor(private readonly window: Page) {}

  view(): Locator {
    return this.window.getByTestId('timesheet-view');
  }

  async open(): Promise<void> {
    await this.window.getByRole('link', { name: 'Timesheet' }).click();
    // Until today is known there is nothing to press.
    await expect(this.view().getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** Shows a day, by its path. */
  async openOn(date: string): Promise<void> {
    await this.open();
    await this.window.evaluate((path) => {
      window.location.hash = path;
    }, `/timesheet/${date}`);
    await expect(this.view().locator(`[data-date="${date}"]`)).toBeVisible();
  }

  async show(span: 'Day' | 'Week'): Promise<void> {
    await this.view().getByText(span, { exact: true }).click();
  }

  /** The lines of the table, from the first in time to those without a clock time. */
  rows(): Locator {
    return this.view().getByTestId('line-row');
  }

  row(text: string | RegExp): Locator {
    return this.rows().filter({ hasText: text });
  }

  /** The blocks of the time axis. */
  axis(): Locator {
    return this.view().getByRole('region', { name: 'Timeline' });
  }

  /** How much of the time axis a day takes: from nothing to 1, which is all beside the hours. */
  async shareOfAxis(date: string): Promise<number> {
    const axis = this.axis();
    const day = await axis.locator(`[data-date="${date}"]`).boundingBox();
    const allPx = await axis.evaluate(({ clientWidth }) => clientWidth);
    return (day?.width ?? 0) / (allPx - HOURS_PX);
  }

  /** Puts the keyboard on a line. */
  async choose(text: string | RegExp): Promise<void> {
    await this.row(text).getByRole('button').click();
    await expect(this.row(text).getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  }

  async press(key: string): Promise<void> {
    await this.window.keyboard.press(key);
  }

  /** What the chosen lines are, and what can be done with them. */
  chosenBar(): Locator {
    return this.view().getByTestId('chosen-bar');
  }

  /** A button for the chosen lines. */
  action(name: 'Edit' | 'Split' | 'Merge' | 'Move' | 'Duplicate' | 'Delete' | 'Send again'): Locator {
    return this.chosenBar().getByRole('button', { name, exact: true });
  }

  undoButton(): Locator {
    return this.view().getByTestId('sheet-undo');
  }

  redoButton(): Locator {
    return this.view().getByTestId('sheet-redo');
  }

  total(of: 'day' | 'week', measure: Measure): Locator {
    return this.view().getByTestId(`totals-${of}`).locator(`[data-measure="${measure}"]`);
  }

  notes(): Locator {
    return this.view().getByRole('list', { name: 'About the totals' });
  }

  gaps(): Locator {
    return this.axis().getByTestId('gap');
  }

  /** The list of time that nobody has decided about. */
  undecided(): Locator {
    return this.view().getByTestId('undecided').getByRole('listitem');
  }

  form(): Locator {
    return this.window.getByTestId('line-form');
  }

  time(): Locator {
    return this.form().getByTestId('line-time');
  }

  /** What was understood of the time, or why nothing was. */
  reading(): Locator {
    return this.form().getByTestId('line-reading');
  }

  overlap(): Locator {
    return this.form().getByTestId('overlap-note');
  }

  /** Opens the form of a new line and fills it in. */
  async startLine({ ticket, activity, time, description, kind }: TypedLine): Promise<void> {
    await this.view().getByRole('button', { name: 'New line', exact: true }).first().click();
    if (ticket !== undefined) {
      await this.form().getByTestId('line-ticket').fill(ticket);
      await this.window.getByRole('option').filter({ hasText: ticket }).click();
    }
    if (activity !== undefined) {
      await this.form().getByText('No ticket', { exact: true }).click();
      await this.form().getByRole('radio', { name: activity }).check();
    }
    await this.time().fill(time);
    await this.form().getByTestId('line-description').fill(description);
    if (kind === undefined) return;
    await this.form().getByRole('combobox', { name: 'Kind of work' }).fill(kind);
    await this.window.getByRole('option', { name: kind, exact: true }).click();
  }

  async save(): Promise<void> {
    await this.form().getByTestId('line-save').click();
    await expect(this.form()).toBeHidden();
  }

  /** Saves only the part of the time that nothing else claims. */
  async takeCut(): Promise<void> {
    await this.form().getByTestId('line-save-cut').click();
    await expect(this.form()).toBeHidden();
  }

  async addLine(line: TypedLine): Promise<void> {
    await this.startLine(line);
    await this.save();
    await expect(this.row(line.description)).toBeVisible();
  }

  /** Changes the chosen line's time. */
  async retype(time: string): Promise<void> {
    await this.action('Edit').click();
    await this.time().fill(time);
    await this.save();
  }

  /** Splits the chosen line at a time. */
  async splitAt(time: string): Promise<void> {
    await this.action('Split').click();
    const form = this.window.getByTestId('split-form');
    await form.getByTestId('split-at').fill(time);
    await form.getByRole('button', { name: 'Split' }).click();
    await expect(form).toBeHidden();
  }
}
