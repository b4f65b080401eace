import type { ApprovableBand, ApprovalChannel } from '@core/billing/estimate-band';
import { fail, type Outcome, succeed } from '@core/outcome';
import { formatHoursInput, parseHours } from '@core/time/hours-text';
import type { Instant } from '@core/time/instant';
import type { LimitView, MeterView } from '@ipc/limit-views';
import { type MomentText, parseMoment } from '../../ui/stockholm-moment';

const SECONDS_PER_MINUTE = 60;
const MINUTES_OF_BAND = { 'under-10': 10 * 60, 'under-20': 20 * 60 } as const;

/** An approval that somebody is writing down. */
export interface ApprovalDraft {
  readonly approvedBy: string;
  /** Null: not touched yet, which means now. */
  readonly moment: MomentText | null;
  readonly channel: ApprovalChannel;
  readonly band: ApprovableBand;
  /** The hours of another figure, as typed. */
  readonly hours: string;
  readonly note: string;
}

/** An approval as it is saved. */
export interface ReadApproval {
  readonly approvedBy: string;
  readonly approvedAt: Instant;
  readonly channel: ApprovalChannel;
  readonly band: ApprovableBand;
  readonly limitMinutes: number;
  readonly note: string;
}

/** The field that keeps an approval from being saved. */
export type ApprovalProblem = 'by' | 'date' | 'time' | 'hours';

/** Where an approval begins: with what was asked for last, or the lowest band above the present limit. */
export function beginApprovalDraft({ limitSeconds, estimates }: LimitView): ApprovalDraft {
  const empty = { approvedBy: '', moment: null, channel: 'email', hours: '', note: '' } as const;
  const [asked] = estimates;
  if (asked?.band === 'specific' && asked.estimatedMinutes !== null) {
    return { ...empty, band: 'specific', hours: formatHoursInput(asked.estimatedMinutes) };
  }
  if (asked?.band === 'under-10' || asked?.band === 'under-20') return { ...empty, band: asked.band };
  const isAbove = (band: 'under-10' | 'under-20') => MINUTES_OF_BAND[band] * SECONDS_PER_MINUTE > limitSeconds;
  return { ...empty, band: isAbove('under-10') ? 'under-10' : isAbove('under-20') ? 'under-20' : 'specific' };
}

/** The new limit in minutes; null while a typed figure cannot be read. */
export function limitMinutesOf({ band, hours }: Pick<ApprovalDraft, 'band' | 'hours'>): number | null {
  return band === 'specific' ? parseHours(hours) : MINUTES_OF_BAND[band];
}

/** Reads the whole draft. `now`: what an untouched moment means. Answers the first field that cannot be read. */
export function readApprovalDraft(draft: ApprovalDraft, now: MomentText): Outcome<ReadApproval, ApprovalProblem> {
  const approvedBy = draft.approvedBy.trim();
  if (approvedBy === '') return fail('by');
  const approvedAt = parseMoment(draft.moment ?? now);
  if (!approvedAt.ok) return approvedAt;
  const limitMinutes = limitMinutesOf(draft);
  if (limitMinutes === null) return fail('hours');
  const { channel, band, note } = draft;
  return succeed({ approvedBy, approvedAt: approvedAt.value, channel, band, limitMinutes, note: note.trim() });
}

/** What a new limit does to a ticket's time. */
export interface LimitEffect {
  readonly leftSeconds: number;
  /** What waits here now and no longer would. */
  readonly releasedSeconds: number;
  /** What is past the new limit as well. */
  readonly overSeconds: number;
}

/** What becomes of a ticket's time under another limit. */
export function effectOfLimit(meter: MeterView, limitSeconds: number): LimitEffect {
  const overSeconds = Math.max(0, meter.countedSeconds - limitSeconds);
  // The last work is the first to be past a limit, and a timer that runs is the last work.
  const stillHeldSeconds = Math.max(0, overSeconds - meter.runningSeconds);
  return {
    leftSeconds: Math.max(0, limitSeconds - meter.countedSeconds),
    releasedSeconds: Math.max(0, meter.unapprovedSeconds - stillHeldSeconds),
    overSeconds,
  };
}
