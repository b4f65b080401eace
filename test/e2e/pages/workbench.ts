import { queueViewSchema } from '@ipc/views';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import type { Bridge } from '../../../src/preload/bridge';
import type { FyraApp } from '../support/fyra-app';
import { CaptureDialog } from './capture-dialog';
import { CaptureEditor } from './capture-editor';
import { Queue } from './queue';
import { StatusBar } from './status-bar';
import { StopDialog } from './stop-dialog';
import { SyncPage } from './sync-page';
import { TicketPane } from './ticket-pane';
import { TimerBar } from './timer-bar';
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
  readonly statusBar: StatusBar;
  readonly syncPage: SyncPage;
  readonly captureDialog: CaptureDialog;
  readonly captureEditor: CaptureEditor;

  constructor(readonly app: FyraApp) {
    this.window = app.window;
    this.welcome = new Welcome(this.window);
    this.queue = new Queue(this.window);
    this.ticket = new TicketPane(this.window);
    this.timerBar = new TimerBar(this.window);
    this.stopDialog = new StopDialog(this.window);
    this.statusBar = new StatusBar(this.window);
    this.syncPage = new SyncPage(this.window);
    this.captureDialog = new CaptureDialog(app.electron, this.window);
    this.captureEditor = new CaptureEditor(this.window);
  }

  /** The warning of the four-hour rule, if one stands. */
  warning() {
    return this.window.getByTestId('warning-alert');
  }

  /** The question about time in which nobody knows whether work was done. */
  unknownTime() {
    return this.window.getByRole('region', { name: 'Unknown time' });
  }

  // What follows works in any language: it asks the main process, or uses the keyboard.

  /** Changes language and theme, as somebody in the settings does. */
  async choose(settings: { language: 'sv' | 'en'; theme: 'light' | 'dark' }): Promise<void> {
    await this.call('settings:write', settings);
  }

  async practise(): Promise<void> {
    await this.call('portal:start-practice', {});
  }

  /** Starts the timer on the one ticket of this title. */
  async startTimerOn(title: string): Promise<void> {
    const listed = await this.call('queue:list', { view: 'all', search: title });
    const { rows } = z.object({ value: queueViewSchema }).parse(listed).value;
    const [row] = rows;
    if (!row || rows.length > 1) throw new Error(`There is not exactly one ticket "${title}"`);
    await this.call('timer:start', { ticketId: row.id });
  }

  async openStopDialog(): Promise<void> {
    await this.timerBar
      .bar()
      .getByRole('button', { name: /Stop timer|Stoppa tidtagningen/ })
      .click();
    await this.stopDialog.dialog().waitFor();
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
