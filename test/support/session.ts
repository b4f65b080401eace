import { onTestFinished } from 'vitest';
import type { Recording } from '../../src/main/heartbeats';
import { type OpenSession, openSession, type SessionParts } from '../../src/main/open-session';
import type { Portal } from '../../src/main/portal/portal';
import type { FourHourWarning } from '../../src/main/usecases/workbench';
import { createHandClock, type HandClock } from './hand-clock';
import { expectValue } from './portal-bench';
import { makeFolder } from './workbench';

export interface TestSession extends OpenSession {
  readonly clock: HandClock;
  readonly folder: string;
  /** Warnings that spoke, oldest first. */
  readonly warnings: FourHourWarning[];
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
  onBeat = () => undefined,
}: {
  folder?: string;
  clock?: HandClock;
  portal?: Portal | null;
  onBeat?: SessionParts['onBeat'];
} = {}): Promise<TestSession> {
  const warnings: FourHourWarning[] = [];
  const errors: unknown[] = [];
  const recordings: Recording[] = [];
  const ignore = () => undefined;
  const opened = await openSession({
    folder,
    account: {
      id: 'test',
      kind: 'practice',
      address: '',
      database: '',
      userId: 0,
      userName: 'Maja Lindqvist',
      serverVersion: '19.0',
      keepKey: 'session',
    },
    portal,
    clock,
    announce: {
      timersChanged: ignore,
      queueChanged: ignore,
      ticketChanged: ignore,
      outboxChanged: ignore,
      fourHourWarning: (warning) => warnings.push(warning),
    },
    isOffline: true,
    syncEveryMinutes: 5,
    onSyncState: ignore,
    onBeat,
    onRecording: (recording) => recordings.push(recording),
    onError: (_what, error) => errors.push(error),
  });
  const session = expectValue(opened);
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= session.close();
    return closing;
  };
  onTestFinished(close);
  return { ...session, close, clock, folder, warnings, errors, recordings };
}
