import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createSwedishCalendar } from '@core/time/swedish-holidays';
import Database from 'better-sqlite3';
import { v7 as uuidv7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { migrate } from '../../src/main/db/migrate';
import { openWorkbenchDatabase } from '../../src/main/db/open';
import { createPictureStore } from '../../src/main/platform/picture-store';
import { createAttention } from '../../src/main/usecases/attention';
import { beatTimer } from '../../src/main/usecases/beat-timer';
import type { NewsToTell } from '../../src/main/usecases/tell-news';
import type { KeyWarning } from '../../src/main/usecases/tell-of-key';
import type { FourHourWarning, PackWarning, Workbench, WorkbenchSettings } from '../../src/main/usecases/workbench';
import { createHandClock, type HandClock } from './hand-clock';
import { DEFAULT_SETTINGS } from './quiet-parts';

const calendar = createSwedishCalendar();

type Told =
  | 'timers'
  | 'queue'
  | 'ticket'
  | 'outbox'
  | 'timesheet'
  | 'warning'
  | 'warning-over'
  | 'pack-warning'
  | 'news';

/** A workbench on a real file, with a clock that is moved by hand. */
export interface TestWorkbench extends Workbench {
  readonly clock: HandClock;
  readonly folder: string;
  readonly file: string;
  /** Warnings that spoke, oldest first. */
  readonly warnings: FourHourWarning[];
  /** Warnings about support packs that spoke, oldest first. */
  readonly packWarnings: PackWarning[];
  /** What was told together, oldest first. */
  readonly news: NewsToTell[];
  /** Warnings about the API key that spoke, oldest first. */
  readonly keyWarnings: KeyWarning[];
  /** Calls back at everything the use cases tell. */
  onTold(listener: (what: Told) => void): void;
}

/** A new folder that is gone when the test is. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fyra-main-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** What a kill at this moment would leave of a folder's workbench, in another folder. */
export function copyAsKilled({ folder }: { folder: string }): string {
  const left = makeFolder();
  // Without the shared memory beside it, which dies with the process.
  const names = readdirSync(folder).filter((name) => /^workbench\.sqlite(-wal)?$/.test(name));
  for (const name of names) copyFileSync(join(folder, name), join(left, name));
  return left;
}

let newFile: Buffer | null = null;

/** A file as the app makes it at its first start. Its migrations take ten times as long as a copy, so they run once. */
function makeNewFile(file: string): void {
  newFile ??= migrateNewFile();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, newFile);
}

function migrateNewFile(): Buffer {
  const connection = new Database(':memory:');
  const migrated = migrate(connection);
  if (!migrated.ok) throw new Error(`No new file can be made: ${JSON.stringify(migrated.failure)}`);
  const bytes = connection.serialize();
  connection.close();
  return bytes;
}

/** Opens the workbench in a folder, by default a new one; it is closed when the test ends. */
export function openWorkbench({
  folder = makeFolder(),
  clock = createHandClock(),
  userName = 'Maja Lindqvist',
  settings = DEFAULT_SETTINGS,
}: {
  folder?: string;
  clock?: HandClock;
  userName?: string;
  settings?: WorkbenchSettings;
} = {}): TestWorkbench {
  const file = join(folder, 'workbench.sqlite');
  if (!existsSync(file)) makeNewFile(file);
  const opened = openWorkbenchDatabase(file);
  if (!opened.ok) throw new Error(`The file does not open: ${JSON.stringify(opened.failure)}`);
  onTestFinished(() => opened.value.destroy());
  const warnings: FourHourWarning[] = [];
  const packWarnings: PackWarning[] = [];
  const news: NewsToTell[] = [];
  const keyWarnings: KeyWarning[] = [];
  const listeners: ((what: Told) => void)[] = [];
  const tell = (what: Told) => {
    for (const listener of listeners) listener(what);
  };
  return {
    database: opened.value,
    clock,
    pictures: createPictureStore(join(folder, 'pictures')),
    announce: {
      timersChanged: () => tell('timers'),
      queueChanged: () => tell('queue'),
      ticketChanged: () => tell('ticket'),
      outboxChanged: () => tell('outbox'),
      timesheetChanged: () => tell('timesheet'),
      packWarning: (warning) => {
        packWarnings.push(warning);
        tell('pack-warning');
      },
      news: (told) => {
        news.push(told);
        tell('news');
      },
      keyWarning: (warning) => {
        keyWarnings.push(warning);
      },
      fourHourWarningOver: () => tell('warning-over'),
      fourHourWarning: (warning) => {
        warnings.push(warning);
        tell('warning');
      },
    },
    newId: uuidv7,
    userName,
    calendar,
    settings: () => settings,
    attention: createAttention(),
    folder,
    file,
    warnings,
    packWarnings,
    news,
    keyWarnings,
    onTold: (listener) => {
      listeners.push(listener);
    },
  };
}

/** Lets the running timer run, with a beat every four seconds and one at the end. */
export async function work(workbench: TestWorkbench, milliseconds: number): Promise<void> {
  for (let leftMs = milliseconds; leftMs > 0; leftMs -= 4_000) {
    workbench.clock.pass(Math.min(4_000, leftMs));
    await beatTimer(workbench);
  }
}
