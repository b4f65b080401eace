import type { KindOfWork } from '@core/billing/kind-of-work';
import type { Interval } from '@core/time/interval';
import { daysBetween, moveByDays } from '@core/time/stockholm-days';
import { isSameTarget, type LineTarget } from '@core/timesheet/line-content';
import type { RequestInput } from '@ipc/contract';
import type { LineView } from '@ipc/timesheet-views';
import { targetOf } from '../core-line';
import { type TimeReading, toLineTime, writeTime } from '../time-reading';
import type { TargetDraft } from './TargetField';

/** What the form of a line holds. */
export interface LineDraft {
  readonly target: TargetDraft;
  readonly date: string;
  /** As it was typed. */
  readonly timeText: string;
  readonly description: string;
  readonly kindOfWork: KindOfWork;
}

/** A new line begins with the most usual kind of work. */
const USUAL_KIND: KindOfWork = 'general-user-support';

/** An empty form for a date, with a time where somebody pointed at one. */
export function emptyDraft(date: string, timeText = ''): LineDraft {
  return {
    target: { kind: 'ticket', ticketId: null },
    date,
    timeText,
    description: '',
    kindOfWork: USUAL_KIND,
  };
}

/** The form of a line that is there. */
export function draftOf(line: LineView): LineDraft {
  return {
    target: targetOf(line),
    date: line.date,
    timeText: writeTime(line),
    description: line.description,
    kindOfWork: line.kindOfWork === 'internal' && line.ticketId === null ? USUAL_KIND : line.kindOfWork,
  };
}

/** Whether the time was typed anew. Otherwise it stays to the second, also where the field shows only minutes. */
export function isTimeTyped(draft: LineDraft, line: LineView | null): boolean {
  return line === null || draft.timeText.trim() !== writeTime(line);
}

/** When the work of the draft would have been done; null where nothing about that changes. */
export function intervalsOfDraft(
  draft: LineDraft,
  line: LineView | null,
  reading: TimeReading,
): readonly Interval[] | null {
  if (isTimeTyped(draft, line)) return reading.kind === 'read' ? reading.intervals : null;
  if (line === null || draft.date === line.date) return null;
  const days = daysBetween(line.date, draft.date);
  return line.intervals.flatMap((interval) => moveByDays(interval, days) ?? []);
}

/** The request that writes a new line; null while something is missing. */
export function toAddRequest(
  draft: LineDraft,
  reading: TimeReading,
  cutOverlaps: boolean,
): RequestInput<'timesheet:add'> | null {
  const target = completeTarget(draft.target);
  if (target === null || reading.kind !== 'read') return null;
  return {
    target,
    date: draft.date,
    time: toLineTime(reading),
    description: draft.description.trim(),
    kindOfWork: kindOfDraft(draft),
    cutOverlaps,
  };
}

/** The request that changes a line: only what is different. Null while something is missing. */
export function toEditRequest(
  draft: LineDraft,
  line: LineView,
  reading: TimeReading,
  cutOverlaps: boolean,
): RequestInput<'timesheet:edit'> | null {
  const target = completeTarget(draft.target);
  const isTyped = isTimeTyped(draft, line);
  if (target === null || (isTyped && reading.kind !== 'read')) return null;
  const description = draft.description.trim();
  const kindOfWork = kindOfDraft(draft);
  return {
    lineId: line.id,
    cutOverlaps,
    ...(isSameTarget(target, targetOf(line)) ? {} : { target }),
    ...(draft.date === line.date ? {} : { date: draft.date }),
    ...(isTyped && reading.kind === 'read' ? { time: toLineTime(reading) } : {}),
    ...(description === line.description ? {} : { description }),
    ...(kindOfWork === line.kindOfWork ? {} : { kindOfWork }),
  };
}

/** Whether a request would change anything. */
export function changesNothing(request: RequestInput<'timesheet:edit'>): boolean {
  const { lineId: _lineId, cutOverlaps: _cutOverlaps, ...changes } = request;
  return Object.keys(changes).length === 0;
}

function completeTarget(target: TargetDraft): LineTarget | null {
  return target.kind === 'ticket' && target.ticketId === null ? null : target;
}

/** Time without a ticket is internal work, whatever was chosen before. */
function kindOfDraft({ target, kindOfWork }: LineDraft): KindOfWork {
  return target.kind === 'activity' ? 'internal' : kindOfWork;
}
