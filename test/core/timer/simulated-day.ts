import { addMs } from '@core/time/instant';
import { planBeat } from '@core/timer/beat';
import { observePresence, type Presence, type PresenceObservation, presenceAtStart } from '@core/timer/presence';
import { planRecovery } from '@core/timer/recovery';
import { openAbsenceOf } from '@core/timer/timer-intervals';
import type { ClockReading, TimerEvent } from '@core/timer/timer-log';
import { MINUTE, SECOND, wallAt } from '../builders';

export const THRESHOLD_MS = 5 * MINUTE;
const BEAT_MS = 4 * SECOND;

type Signal = Exclude<PresenceObservation['kind'], 'idle-measured'>;

/**
 * A person, a computer and the app on it, in true time. The app hears of the world only what it would hear: readings of
 * clocks that anybody can set, and what the system tells. It writes one timer's log.
 */
export class SimulatedDay {
  readonly log: TimerEvent[] = [];
  /** True time, which nobody in here can read. */
  nowMs = 0;
  private wallSetByMs = 0;
  private sleptMs = 0;
  private boots = 1;
  private bootedAtMs = 0;
  private lastInputMs = 0;
  private isLocked = false;
  private presence: Presence = presenceAtStart;
  private heartbeat: ClockReading;
  private isRunning = true;

  constructor() {
    this.heartbeat = this.read();
    this.log.push({ kind: 'started', at: this.read() });
  }

  read(): ClockReading {
    return {
      wall: addMs(wallAt(0), this.nowMs + this.wallSetByMs),
      monotonicMs: this.nowMs - this.bootedAtMs - this.sleptMs,
      bootId: `boot-${this.boots}`,
    };
  }

  setWallBy(milliseconds: number): void {
    this.wallSetByMs += milliseconds;
  }

  work(milliseconds: number): void {
    this.pass(milliseconds, { isUsed: true });
  }

  pauseFor(milliseconds: number): void {
    if (this.isRunning) this.log.push({ kind: 'paused', at: this.read() });
    this.isRunning = false;
    this.pass(milliseconds, { isUsed: true });
  }

  /** The person is at the computer, and the timer runs. */
  resume(): void {
    this.lastInputMs = this.nowMs;
    if (this.isLocked) this.tell('unlocked');
    this.isLocked = false;
    this.beat();
    if (this.isRunning) return;
    this.log.push({ kind: 'resumed', at: this.read() });
    this.heartbeat = this.read();
    this.isRunning = true;
  }

  leaveIdle(milliseconds: number): void {
    this.pass(milliseconds, { isUsed: false });
  }

  leaveLocked(milliseconds: number): void {
    if (!this.isLocked) this.tell('locked');
    this.isLocked = true;
    this.beat();
    this.pass(milliseconds, { isUsed: false });
  }

  sleep(milliseconds: number, { countsSleep }: { countsSleep: boolean }): void {
    this.measureIdle();
    this.tell('suspended');
    this.beat();
    this.nowMs += milliseconds;
    if (!countsSleep) this.sleptMs += milliseconds;
    this.tell('woke');
    this.beat();
  }

  freeze(milliseconds: number): void {
    this.nowMs += milliseconds;
    this.beat();
  }

  crash(milliseconds: number, { reboots }: { reboots: boolean }): void {
    this.nowMs += milliseconds;
    if (reboots) {
      this.boots += 1;
      this.bootedAtMs = this.nowMs;
      this.sleptMs = 0;
      this.lastInputMs = this.nowMs;
      this.isLocked = false;
    }
    this.presence = presenceAtStart;
    if (!this.isRunning) return;
    const now = this.read();
    const from = this.heartbeat;
    const plan = planRecovery({ lastDurable: from, now, absence: openAbsenceOf(this.log) });
    if (plan.kind === 'run-on-with-gap') this.log.push({ kind: 'gap-found', from, at: now, cause: plan.cause });
    if (plan.kind === 'pause-with-gap') this.log.push({ kind: 'paused-after-gap', from, at: now, cause: plan.cause });
    this.isRunning = plan.kind !== 'pause-with-gap';
    this.heartbeat = now;
    this.beat();
  }

  private pass(milliseconds: number, { isUsed }: { isUsed: boolean }): void {
    for (let leftMs = milliseconds; leftMs > 0; leftMs -= BEAT_MS) {
      this.nowMs += Math.min(BEAT_MS, leftMs);
      if (isUsed) this.lastInputMs = this.nowMs;
      this.beat();
    }
  }

  private tell(kind: Signal): void {
    this.presence = observePresence(this.presence, { kind, at: this.read() }, THRESHOLD_MS);
  }

  private measureIdle(): void {
    const idleMs = this.nowMs - this.lastInputMs;
    this.presence = observePresence(this.presence, { kind: 'idle-measured', at: this.read(), idleMs }, THRESHOLD_MS);
  }

  private beat(): void {
    this.measureIdle();
    if (!this.isRunning) return;
    const { log, presence, heartbeat } = this;
    const now = this.read();
    log.push(...planBeat({ events: log, presence, lastHeartbeat: heartbeat, now }));
    if (presence.down === null) this.heartbeat = now;
  }
}
