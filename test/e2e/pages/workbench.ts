import type { Page } from '@playwright/test';
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

  /** Changes language and theme, as somebody in the settings does. */
  async choose({ language, theme }: { language: 'sv' | 'en'; theme: 'light' | 'dark' }): Promise<void> {
    await this.window.evaluate(
      ([chosenLanguage, chosenTheme]) =>
        window.fyra.call('settings:write', { language: chosenLanguage, theme: chosenTheme }),
      [language, theme] as const,
    );
  }
}
