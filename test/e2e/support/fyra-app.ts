import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { PortalAccess } from './json2';

/** What a steered app shows of itself; it is there in an app that runs from its sources, and only when asked for. */
interface SteeredGlobals {
  readonly clock: {
    advance(milliseconds: number, stepMs: number): Promise<void>;
    setWallBy(milliseconds: number): void;
  };
  readonly tray: { tooltip(): string; icon(): string };
  readonly raisedWarnings: readonly { ticketNumber: string; thresholdPermille: number }[];
  readonly shownNotifications: readonly string[];
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
}

const projectFolder = join(import.meta.dirname, '..', '..', '..');

/** Where Electron is; scripts/test.mjs says so. */
function electronExecutable(): string {
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

  static async launch({ userData, language = 'en-GB', clockAheadMs = 0 }: LaunchOptions): Promise<FyraApp> {
    const electron = await _electron.launch({
      executablePath: electronExecutable(),
      args: launchArguments(language),
      env: environment(userData, language, clockAheadMs),
    });
    const window = await electron.firstWindow();
    return new FyraApp(electron, window);
  }

  /** Lets so much time pass at once, as worked time. */
  async passTime(milliseconds: number): Promise<void> {
    await this.electron.evaluate((_electronModule, [ms, step]) => globalThis.fyra.clock.advance(ms, step), [
      milliseconds,
      STEP_MS,
    ] as const);
  }

  async trayTooltip(): Promise<string> {
    return this.electron.evaluate(() => globalThis.fyra.tray.tooltip());
  }

  async trayIcon(): Promise<string> {
    return this.electron.evaluate(() => globalThis.fyra.tray.icon());
  }

  /** Titles of the notifications that the desktop has shown since the app started. */
  async shownNotifications(): Promise<string[]> {
    return this.electron.evaluate(() => [...globalThis.fyra.shownNotifications]);
  }

  /** The warnings that were raised since the app started. */
  async warnings(): Promise<{ ticketNumber: string; thresholdPermille: number }[]> {
    return this.electron.evaluate(() =>
      globalThis.fyra.raisedWarnings.map(({ ticketNumber, thresholdPermille }) => ({
        ticketNumber,
        thresholdPermille,
      })),
    );
  }

  /** The practice portal that the app runs itself, to look at it from beside. */
  async practicePortal(): Promise<PortalAccess> {
    const portal = await this.electron.evaluate(() => globalThis.fyra.practicePortal());
    if (!portal) throw new Error('The app runs no practice portal');
    return portal;
  }

  async minimise(): Promise<void> {
    await this.electron.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return new Promise<void>((resolve) => {
        window?.once('minimize', () => resolve());
        window?.minimize();
      });
    });
  }

  async isMinimised(): Promise<boolean> {
    return this.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized() ?? false);
  }

  /** Starts the app once more on the same folder; answers the exit code of that copy. */
  async startSecondCopy(userData: string): Promise<number | null> {
    const copy = spawn(electronExecutable(), launchArguments(), {
      env: environment(userData, 'en-GB'),
      stdio: 'ignore',
    });
    await once(copy, 'exit');
    return copy.exitCode;
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
