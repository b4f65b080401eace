import { flushCompileCache } from 'node:module';
import { instantFromEpochMs } from '@core/time/instant';
import { HEARTBEAT_INTERVAL_MS } from '@core/timer/recovery';
import { openSession } from '../../src/main/open-session';
import { createSystemClock } from '../../src/main/platform/clock';
import { startTimer } from '../../src/main/usecases/start-timer';

// A process of its own in which a timer runs with real heartbeats, to be killed. It says `started` once the timer's start
// is confirmed, and then the instant of each heartbeat that it was told is on disk. Argument: the folder of the workbench,
// which holds a ticket.

const folder = process.argv[2];
if (folder === undefined) throw new Error('Which folder?');
const say = (word: string | number) => process.stdout.write(`${word}\n`);
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
  portal: null,
  clock: createSystemClock(HEARTBEAT_INTERVAL_MS),
  announce: {
    timersChanged: ignore,
    queueChanged: ignore,
    ticketChanged: ignore,
    outboxChanged: ignore,
    fourHourWarning: ignore,
  },
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
  onError: (_what, error) => {
    throw error;
  },
});
// A killed process would not keep what it compiled for the next one.
flushCompileCache();
if (!opened.ok) throw new Error(opened.failure.kind);
const { workbench } = opened.value;
const { id } = await workbench.database.selectFrom('ticket').select('id').executeTakeFirstOrThrow();
const started = await startTimer(workbench, id);
if (started.ok) say('started');
