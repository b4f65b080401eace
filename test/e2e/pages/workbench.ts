import { instantSchema } from '@core/time/instant-schema';
import { stockholmDate } from '@core/time/stockholm';
import { queueViewSchema } from '@ipc/queue-views';
import type { Settings } from '@ipc/settings-views';
import { expect, type Locator, type Page } from '@playwright/test';
import { z } from 'zod';
import type { Bridge } from '../../../src/preload/bridge';
import type { FyraApp } from '../support/fyra-app';
import { untilStill } from '../support/until-still';
import { CaptureDialog } from './capture-dialog';
import { CaptureEditor } from './capture-editor';
import { FloatingTimer } from './floating-timer';
import { KnownPortals } from './known-portals';
import { LimitDialog } from './limit-dialog';
import { MappingSettings } from './mapping-settings';
import { Queue } from './queue';
import { RegisterDialog } from './register-dialog';
import { ReportsView } from './reports-view';
import { StatusBar } from './status-bar';
import { StopDialog } from './stop-dialog';
import { SyncPage } from './sync-page';
import { TicketPane } from './ticket-pane';
import { TimerBar } from './timer-bar';
import { TimerQuestions } from './timer-questions';
import { TimesheetView } from './timesheet-view';
import { Welcome } from './welcome';

declare global {
  interface Window {
    readonly fyra: Bridge;
  }
}

/** The app with its window, as a person sees it. */
export class Workbench {
  readonly window: Page;
  readonly welcome: Welcome;
  readonly queue: Queue;
  readonly ticket: TicketPane;
  readonly timerBar: TimerBar;
  readonly stopDialog: StopDialog;
  readonly limitDialog: LimitDialog;
  readonly questions: TimerQuestions;
  readonly statusBar: StatusBar;
  readonly timesheet: TimesheetView;
  readonly reports: ReportsView;
  readonly syncPage: SyncPage;
  readonly mapping: MappingSettings;
  readonly portals: KnownPortals;
  readonly registerDialog: RegisterDialog;
  readonly captureDialog: CaptureDialog;
  readonly captureEditor: CaptureEditor;

  constructor(readonly app: FyraApp) {
    this.window = app.window;
    this.welcome = new Welcome(this.window);
    this.queue = new Queue(this.window);
    this.ticket = new TicketPane(this.window);
    this.timerBar = new TimerBar(this.window);
    this.stopDialog = new StopDialog(this.window);
    this.limitDialog = new LimitDialog(this.window);
    this.questions = new TimerQuestions(this.window);
    this.statusBar = new StatusBar(this.window);
    this.timesheet = new TimesheetView(this.window);
    this.reports = new ReportsView(this.window);
    this.syncPage = new SyncPage(this.window);
    this.portals = new KnownPortals(this.window);
    this.mapping = new MappingSettings(this.window);
    this.registerDialog = new RegisterDialog(this.window);
    this.captureDialog = new CaptureDialog(app.electron, this.window);
    this.captureEditor = new CaptureEditor(this.window);
  }

  /** The warning of the four-hour rule, if one stands. */
  warning() {
    return this.window.getByTestId('warning-alert');
  }

  /** Takes something back by the notice at the edge of the window that says it. */
  async undo(words: string): Promise<void> {
    const notice = this.window.getByRole('alert').filter({ hasText: words });
    // The one before can still be on its way out.
    await notice.getByRole('button', { name: 'Undo', exact: true }).last().click();
  }

  /** Whether a notice at the edge of the window stands over this, in whole or in part, once it has come to stand. */
  async noticesCover(what: Locator): Promise<boolean> {
    await untilStill(this.window);
    const covered = await what.boundingBox();
    if (covered === null) throw new Error('What could be covered is not there');
    const notices = await this.window.locator('.mantine-Notification-root').all();
    const boxes = await Promise.all(notices.map((notice) => notice.boundingBox()));
    return boxes.some(
      (box) =>
        box !== null &&
        box.x < covered.x + covered.width &&
        covered.x < box.x + box.width &&
        box.y < covered.y + covered.height &&
        covered.y < box.y + box.height,
    );
  }

  /** Closes the notices at the edge of the window, without taking the keyboard from where it is. */
  async closeNotices(): Promise<void> {
    const notices = this.window.locator('.mantine-Notification-root');
    await notices.locator('.mantine-Notification-closeButton').evaluateAll((buttons) => {
      for (const button of buttons) if (button instanceof HTMLElement) button.click();
    });
    await expect(notices).toHaveCount(0);
  }

  /** The question about time in which nobody knows whether work was done. */
  unknownTime() {
    return this.questions.unknownTime();
  }

  /** What a browser handed over, as long as nobody has said what to do with it. */
  handOver() {
    return this.window.getByTestId('hand-over');
  }

  /** The sentence about a link that was refused. */
  refusedLink() {
    return this.window.getByTestId('hand-over-refused');
  }

  // What follows works in any language: it asks the main process, or uses the keyboard.

  /** Changes settings, as somebody in the settings does. */
  async choose(settings: Partial<Settings>): Promise<void> {
    await this.call('settings:write', settings);
  }

  async practise(): Promise<void> {
    await this.call('portal:start-practice', {});
  }

  /** Syncs as it does by itself, and waits for the end. */
  async sync(): Promise<void> {
    await this.call('sync:now', {});
  }

  /** Starts the timer on the one ticket of this title. */
  async startTimerOn(title: string): Promise<void> {
    await this.call('timer:start', { ticketId: await this.ticketIdOf(title) });
  }

  /** Writes a line on the one ticket of this title, on a date. */
  async writeLineOn(title: string, date: string, workedSeconds: number, description = ''): Promise<void> {
    await this.call('timesheet:add', {
      target: { kind: 'ticket', ticketId: await this.ticketIdOf(title) },
      date,
      time: { kind: 'duration', workedSeconds },
      description,
      kindOfWork: 'general-user-support',
    });
  }

  /** Today's date in Stockholm by the app's own clock. */
  async today(): Promise<string> {
    const reply = await this.call('clock:read', {});
    return stockholmDate(z.object({ value: z.object({ now: instantSchema }) }).parse(reply).value.now);
  }

  private async ticketIdOf(title: string): Promise<string> {
    const listed = await this.call('queue:list', { view: 'all', search: title });
    const { rows } = z.object({ value: queueViewSchema }).parse(listed).value;
    const [row] = rows;
    if (!row || rows.length > 1) throw new Error(`There is not exactly one ticket "${title}"`);
    return row.id;
  }

  /** Chooses the first command that these words find. */
  async command(words: string): Promise<void> {
    await this.window.keyboard.press('Control+k');
    await this.window.getByPlaceholder('Search command or ticket').fill(words);
    await this.window.keyboard.press('Enter');
  }

  /** Waits for the small window to be made. */
  async floatingTimer(): Promise<FloatingTimer> {
    return FloatingTimer.of(this.app);
  }

  async openStopDialog(): Promise<void> {
    await this.timerBar
      .bar()
      .getByRole('button', { name: /Stop timer|Stoppa tidtagningen/ })
      .click();
    await this.stopDialog.dialog().waitFor();
  }

  /** Opens the decision about the limit of the ticket in view. */
  async openLimitDialog(): Promise<void> {
    // A dialog that is on its way out still has the keyboard.
    await this.window.locator('[role="dialog"][aria-modal="true"]').waitFor({ state: 'detached' });
    await this.ticket.pane().press('g');
    await this.limitDialog.dialog().waitFor();
  }

  /** Opens the menu beside the start button. */
  async openEarlierStarts(): Promise<void> {
    await this.ticket
      .pane()
      .getByRole('button', { name: /Work began earlier|Arbetet började tidigare/ })
      .click();
    await this.window.getByRole('menuitem').first().waitFor();
  }

  async openCapture(): Promise<void> {
    await this.window.keyboard.press('c');
    await this.captureDialog.dialog().getByTestId('capture-region').waitFor();
  }

  /** Shows the view at a path of the window. */
  async goTo(path: string): Promise<void> {
    await this.window.evaluate((hash) => {
      window.location.hash = hash;
    }, path);
    await this.window.locator('main').getByRole('heading').first().waitFor();
  }

  private call(name: string, input: object): Promise<unknown> {
    return this.window.evaluate(([request, value]) => window.fyra.call(request, value), [name, input] as const);
  }
}
