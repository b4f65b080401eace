import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ShortcutAction } from '@core/shortcuts/shortcuts';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { PortalAccess } from './json2';

/** A notification that the desktop has shown. */
export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  readonly urgency: string;
  readonly buttons: readonly string[];
  /** What it can be answered with, also where the system shows no buttons. */
  readonly actionIds: readonly string[];
}

/** What a steered app shows of itself; it is there in an app that runs from its sources, and only when asked for. */
interface SteeredGlobals {
  readonly clock: {
    advance(milliseconds: number, stepMs: number): Promise<void>;
    setWallBy(milliseconds: number): void;
    hold(): void;
    release(): void;
  };
  readonly presence: Record<'lock' | 'unlock' | 'suspend' | 'wake', () => void> & {
    setIdleSeconds(seconds: number): void;
  };
  readonly desktop: {
    readonly tray: { tooltip(): string; icon(): string; menu(): string[]; choose(label: string): void };
    readonly notifications: readonly ShownNotification[];
    answerNotification(title: string, actionId: string): void;
    pressShortcut(action: ShortcutAction): void;
  };
  readonly raisedWarnings: readonly { ticketNumber: string; thresholdPermille: number }[];
  practicePortal(): PortalAccess | null;
}

declare global {
  var fyra: SteeredGlobals;
}

/** Below the heartbeat gap, so that time that is passed at once is work and no gap. */
const STEP_MS = 4_000;

export interface LaunchOptions {
  readonly userData: string;
  readonly language?: 'en-GB' | 'sv-SE';
  /** How much later than now this start is to happen. */
  readonly clockAheadMs?: number;
  /** Links it is started with. */
  readonly links?: readonly string[];
}

const projectFolder = join(import.meta.dirname, '..', '..', '..');

/** Where Electron is; scripts/test.mjs says so. */
export function electronExecutable(): string {
  const path = process.env['FYRA_ELECTRON'];
  if (!path) throw new Error('FYRA_ELECTRON is missing; start the tests with npm test.');
  return path;
}

/** The arguments every start of the built app has; Chromium refuses to sandbox itself for root. */
export function launchArguments(language = 'en-GB'): string[] {
  const isRoot = process.getuid?.() === 0;
  return [...(isRoot ? ['--no-sandbox'] : []), `--lang=${language}`, projectFolder];
}

/** One run of the built app. */
export class FyraApp {
  private hasEnded = false;

  private constructor(
    readonly electron: ElectronApplication,
    readonly window: Page,
  ) {}

  static async launch({ userData, language = 'en-GB', clockAheadMs = 0, links = [] }: LaunchOptions): Promise<FyraApp> {
    const electron = await _electron.launch({
      executablePath: electronExecutable(),
      args: [...launchArguments(language), ...links],
      env: environment(userData, language, clockAheadMs),
    });
    const window = await electron.firstWindow();
    return new FyraApp(electron, window);
  }

  /** Lets so much time pass at once, as worked time. */
  async passTime(milliseconds: number): Promise<void> {
    await this.electron.evaluate(
      async (_electronModule, [ms, step]) => {
        // A beat now: the time since the last one, on a busy machine, and the first step would together be a gap.
        await globalThis.fyra.clock.advance(1, step);
        await globalThis.fyra.clock.advance(ms - 1, step);
      },
      [milliseconds, STEP_MS] as const,
    );
  }

  /** Sets the wall clock without time passing. */
  async setClockBy(milliseconds: number): Promise<void> {
    await this.electron.evaluate((_electronModule, ms) => globalThis.fyra.clock.setWallBy(ms), milliseconds);
  }

  /** Lets the clock stand still, but for the time that is let pass, while something is done. */
  async withClockHeld(act: () => Promise<void>): Promise<void> {
    await this.electron.evaluate(() => globalThis.fyra.clock.hold()).catch(ignoreLostAnswer);
    await act();
    await this.electron.evaluate(() => globalThis.fyra.clock.release()).catch(ignoreLostAnswer);
  }

  /** What somebody would paste now. */
  async clipboardText(): Promise<string> {
    return read(() => this.electron.evaluate(({ clipboard }) => clipboard.readText()));
  }

  /** Lets the operating system tell something of the person. */
  async hear(signal: 'lock' | 'unlock' | 'suspend' | 'wake'): Promise<void> {
    await this.electron
      .evaluate((_electronModule, told) => globalThis.fyra.presence[told](), signal)
      .catch(ignoreLostAnswer);
  }

  /** From now on the last input always was so long ago. */
  async setIdleSeconds(seconds: number): Promise<void> {
    await this.electron
      .evaluate((_electronModule, idle) => globalThis.fyra.presence.setIdleSeconds(idle), seconds)
      .catch(ignoreLostAnswer);
  }

  async trayTooltip(): Promise<string> {
    return read(() => this.electron.evaluate(() => globalThis.fyra.desktop.tray.tooltip()));
  }

  async trayIcon(): Promise<string> {
    return read(() => this.electron.evaluate(() => globalThis.fyra.desktop.tray.icon()));
  }

  /** The lines of the tray's menu, top to bottom. */
  async trayMenu(): Promise<string[]> {
    return read(() => this.electron.evaluate(() => globalThis.fyra.desktop.tray.menu()));
  }

  async chooseInTray(label: string): Promise<void> {
    await this.electron.evaluate((_electronModule, chosen) => globalThis.fyra.desktop.tray.choose(chosen), label);
  }

  /** Does what the keys of this action do when the system hands them over. */
  async pressShortcut(action: ShortcutAction): Promise<void> {
    await this.electron.evaluate((_electronModule, name) => globalThis.fyra.desktop.pressShortcut(name), action);
  }

  /** Titles of the notifications that the desktop has shown since the app started. */
  async shownNotifications(): Promise<string[]> {
    return (await this.notifications()).map(({ title }) => title);
  }

  /** The notifications that the desktop has shown since the app started. */
  async notifications(): Promise<ShownNotification[]> {
    return read(() => this.electron.evaluate(() => [...globalThis.fyra.desktop.notifications]));
  }

  /** Answers the latest notification of that title, as a press of its button does. */
  async answerNotification(title: string, actionId: string): Promise<void> {
    await this.electron.evaluate(
      (_electronModule, [shown, action]) => globalThis.fyra.desktop.answerNotification(shown, action),
      [title, actionId] as const,
    );
  }

  /** The warnings that were raised since the app started. */
  async warnings(): Promise<{ ticketNumber: string; thresholdPermille: number }[]> {
    return read(() =>
      this.electron.evaluate(() =>
        globalThis.fyra.raisedWarnings.map(({ ticketNumber, thresholdPermille }) => ({
          ticketNumber,
          thresholdPermille,
        })),
      ),
    );
  }

  /** The practice portal that the app runs itself, to look at it from beside. */
  async practicePortal(): Promise<PortalAccess> {
    const portal = await read(() => this.electron.evaluate(() => globalThis.fyra.practicePortal()));
    if (!portal) throw new Error('The app runs no practice portal');
    return portal;
  }

  /** From now on the system's dialog for a new file is answered with this one. */
  async answerSaveDialog(filePath: string): Promise<void> {
    await this.electron.evaluate(({ app, dialog }, path) => {
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const options: unknown = given.at(-1);
        if (typeof options === 'object' && options !== null && 'defaultPath' in options) {
          Object.assign(app, { proposedFileName: options.defaultPath });
        }
        return { canceled: false, filePath: path };
      };
    }, filePath);
  }

  /** From now on addresses are noted instead of being opened in the person's browser. */
  async noteOpenedAddresses(): Promise<void> {
    await this.electron.evaluate(({ app, shell }) => {
      const opened: string[] = [];
      Object.assign(app, { openedAddresses: opened });
      shell.openExternal = async (url) => void opened.push(url);
    });
  }

  async openedAddresses(): Promise<unknown> {
    return this.electron.evaluate(({ app }) => ('openedAddresses' in app ? app.openedAddresses : []));
  }

  /** From now on the system's dialog for a file that is there is answered with this one; null: it is closed. */
  async answerOpenDialog(filePath: string | null): Promise<void> {
    await this.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = async () => ({ canceled: path === null, filePaths: path === null ? [] : [path] });
    }, filePath);
  }

  /** From now on the system's dialogs with a question are answered with the button at this place. */
  async answerMessageBox(place: number): Promise<void> {
    await this.electron.evaluate(({ dialog }, response) => {
      dialog.showMessageBox = async () => ({ response, checkboxChecked: false });
    }, place);
  }

  /** The name that was proposed in that dialog last. */
  async proposedFileName(): Promise<string> {
    return read(() =>
      this.electron.evaluate(({ app }) => ('proposedFileName' in app ? String(app.proposedFileName) : '')),
    );
  }

  async minimise(): Promise<void> {
    const main = await this.electron.browserWindow(this.window);
    await main.evaluate(
      (window) =>
        new Promise<void>((resolve) => {
          window.once('minimize', () => resolve());
          window.minimize();
        }),
    );
  }

  async restore(): Promise<void> {
    await (await this.electron.browserWindow(this.window)).evaluate((window) => window.restore());
  }

  async isMinimised(): Promise<boolean> {
    return (await this.electron.browserWindow(this.window)).evaluate((window) => window.isMinimized());
  }

  /** Where a window stands on the screen. */
  async boundsOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
    return (await this.electron.browserWindow(page)).evaluate((window) => window.getBounds());
  }

  /** Puts a window somewhere, as a person who drags it does: it gets the keyboard first. */
  async move(page: Page, x: number, y: number): Promise<void> {
    const window = await this.electron.browserWindow(page);
    await window.evaluate(
      (moved, [left, top]) =>
        new Promise<void>((resolve) => {
          moved.once('focus', () => {
            moved.once('move', () => resolve());
            moved.setPosition(left, top);
          });
          moved.focus();
        }),
      [x, y] as const,
    );
  }

  /** Whether a window has the keyboard. */
  async hasKeyboard(page: Page): Promise<boolean> {
    return (await this.electron.browserWindow(page)).evaluate((window) => window.isFocused());
  }

  /** The corner and the size of what a person sees of the first display. */
  async workArea(): Promise<{ x: number; y: number; width: number; height: number }> {
    return read(() => this.electron.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea));
  }

  /** Closes the main window as a person does, with its button. */
  async closeWindow(): Promise<void> {
    await (await this.electron.browserWindow(this.window)).evaluate((window) => window.close());
  }

  /** Whether a window is on the screen, neither hidden nor minimised. */
  async isInSight(page: Page): Promise<boolean> {
    return (await this.electron.browserWindow(page)).evaluate((window) => window.isVisible() && !window.isMinimized());
  }

  /** Starts the app once more on the same folder, as a link does if there is one; answers the exit code of that copy. */
  async startSecondCopy(userData: string, ...links: readonly string[]): Promise<number | null> {
    const copy = spawn(electronExecutable(), [...launchArguments(), ...links], {
      env: environment(userData, 'en-GB'),
      stdio: 'ignore',
    });
    await once(copy, 'exit');
    return copy.exitCode;
  }

  /** Does something that ends the app, and waits for its end. */
  async endBy(act: () => Promise<void>): Promise<void> {
    this.hasEnded = true;
    const ended = this.electron.waitForEvent('close');
    // The app may be gone before it has answered.
    await act().catch(() => undefined);
    await ended;
  }

  /** Ends the app as a person does; nothing happens when it has ended. */
  async close(): Promise<void> {
    if (this.hasEnded) return;
    this.hasEnded = true;
    await this.electron.close();
  }

  /** Ends the app without a word. Answers the moment of the kill. */
  async kill(): Promise<number> {
    this.hasEnded = true;
    const process = this.electron.process();
    const ended = once(process, 'exit');
    const killedAt = Date.now();
    process.kill('SIGKILL');
    await ended;
    return killedAt;
  }
}

/** Asks something that changes nothing; once more where only the answer was lost. */
async function read<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  return ask().catch((error: unknown) => {
    ignoreLostAnswer(error);
    return ask();
  });
}

/** The call was made: what is lost when the app collects its garbage just then is only the word that it has returned. */
function ignoreLostAnswer(error: unknown): void {
  if (!(error instanceof Error && error.message.includes('promise was garbage collected'))) throw error;
}

/** The environment of a start: its own folder, the moved clock, the language. */
export function environment(userData: string, language: string, clockAheadMs = 0): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(inherited),
    FYRA_USER_DATA: userData,
    FYRA_STEERED: String(clockAheadMs),
    LANGUAGE: language,
  };
}
