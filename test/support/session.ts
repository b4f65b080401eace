import { onTestFinished } from 'vitest';
import { copyFileVerified } from '../../src/main/db/verified-copy';
import type { Recording } from '../../src/main/heartbeats';
import { type OpenSession, openSession, type SessionParts } from '../../src/main/open-session';
import type { PortalAccount } from '../../src/main/platform/settings';
import { createSteeredPresence, type SteeredPresence } from '../../src/main/platform/steered-presence';
import type { Portal } from '../../src/main/portal/portal';
import type { NewsToTell } from '../../src/main/usecases/tell-news';
import type { FourHourWarning, PackWarning, WorkbenchSettings } from '../../src/main/usecases/workbench';
import { createHandClock, type HandClock } from './hand-clock';
import { expectValue } from './portal-bench';
import { DEFAULT_SETTINGS, NO_ANNOUNCEMENTS } from './quiet-parts';
import { makeFolder } from './workbench';

export interface TestSession extends OpenSession {
  readonly clock: HandClock;
  /** What the system tells of the person. */
  readonly presence: SteeredPresence;
  readonly folder: string;
  /** What listeners were told of, oldest first. */
  readonly told: string[];
  /** Warnings that spoke, oldest first. */
  readonly warnings: FourHourWarning[];
  /** Warnings about support packs that spoke, oldest first. */
  readonly packWarnings: PackWarning[];
  /** What was told together, oldest first. */
  readonly news: NewsToTell[];
  /** What failed in the background. */
  readonly errors: unknown[];
  /** When time stopped and began again to reach the disk. */
  readonly recordings: Recording[];
}

/** Opens a session as the app does, but switched offline: it speaks to its portal when a test lets it. */
export async function openTestSession({
  folder = makeFolder(),
  clock = createHandClock(),
  portal = null,
  kind = 'practice',
  onBeat = () => undefined,
  userName = 'Maja Lindqvist',
  settings = DEFAULT_SETTINGS,
}: {
  folder?: string;
  clock?: HandClock;
  portal?: Portal | null;
  kind?: PortalAccount['kind'];
  onBeat?: SessionParts['onBeat'];
  userName?: string;
  settings?: WorkbenchSettings;
} = {}): Promise<TestSession> {
  const told: string[] = [];
  const warnings: FourHourWarning[] = [];
  const packWarnings: PackWarning[] = [];
  const news: NewsToTell[] = [];
  const errors: unknown[] = [];
  const recordings: Recording[] = [];
  const ignore = () => undefined;
  const presence = createSteeredPresence(clock, ignore);
  const opened = await openSession({
    folder,
    account: {
      id: 'test',
      kind,
      address: '',
      database: '',
      login: '',
      userId: 0,
      userName,
      serverVersion: '19.0',
      keepKey: 'session',
      ticketProfile: 'project-tasks',
    },
    portal,
    clock,
    presence,
    announce: {
      ...NO_ANNOUNCEMENTS,
      timersChanged: () => told.push('timers'),
      fourHourWarning: (warning) => warnings.push(warning),
      packWarning: (warning) => packWarnings.push(warning),
      news: (told) => news.push(told),
    },
    settings: () => settings,
    isOffline: true,
    syncEveryMinutes: 5,
    onSyncState: ignore,
    onBeat,
    copyFile: async (file, target) => copyFileVerified(file, target),
    onBackupFailure: ({ message }) => errors.push(message),
    onRecording: (recording) => recordings.push(recording),
    onError: (_what, error) => errors.push(error),
  });
  const session = expectValue(opened);
  let closing: Promise<void> | null = null;
  const close: OpenSession['close'] = (how) => {
    closing ??= session.close(how);
    return closing;
  };
  onTestFinished(() => close());
  return { ...session, close, clock, presence, folder, told, warnings, packWarnings, news, errors, recordings };
}
