import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { createInterface } from 'node:readline';
import { instantFromEpochMs } from '@core/time/instant';
import { HEARTBEAT_INTERVAL_MS } from '@core/timer/recovery';
import { openSession } from '../../src/main/open-session';
import { createSystemClock } from '../../src/main/platform/clock';
import { createSteeredPresence } from '../../src/main/platform/steered-presence';
import { PRACTICE_ACCOUNT } from '../../src/main/practice-account';
import { startTimer } from '../../src/main/usecases/start-timer';
import { DEFAULT_SETTINGS, NO_ANNOUNCEMENTS, NO_BACKUPS } from './quiet-parts';

// A process of its own in which a timer runs with real heartbeats, to be killed. It says `ready` once it is loaded, waits
// for the name of a folder with a workbench that holds a ticket, says `started` once the timer's start is confirmed, and
// then the instant of each heartbeat that it was told is on disk.

const say = (word: string | number) => process.stdout.write(`${word}\n`);
const ignore = () => undefined;

// A killed process would not keep what it compiled for the next one.
flushCompileCache();
say('ready');
const [folder] = await once(createInterface({ input: process.stdin }), 'line');

const clock = createSystemClock(HEARTBEAT_INTERVAL_MS);
const opened = await openSession({
  folder: String(folder),
  account: { ...PRACTICE_ACCOUNT, id: 'test' },
  portal: null,
  clock,
  presence: createSteeredPresence(clock, ignore),
  announce: NO_ANNOUNCEMENTS,
  settings: () => DEFAULT_SETTINGS,
  isOffline: true,
  syncEveryMinutes: 60,
  onSyncState: ignore,
  onBeat: () => {
    void workbench.database
      .selectFrom('heartbeat')
      .select('wall')
      .executeTakeFirstOrThrow()
      .then(({ wall }) => say(instantFromEpochMs(wall)));
  },
  onRecording: () => undefined,
  ...NO_BACKUPS,
  onError: (_what, error) => {
    throw error;
  },
});
if (!opened.ok) throw new Error(opened.failure.kind);
const { workbench } = opened.value;
const { id } = await workbench.database.selectFrom('ticket').select('id').executeTakeFirstOrThrow();
const started = await startTimer(workbench, id);
if (started.ok) say('started');
