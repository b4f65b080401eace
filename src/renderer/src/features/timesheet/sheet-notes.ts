import type { LineView, TimesheetDayView, TimesheetTotalsView } from '@ipc/timesheet-views';

/** A sentence that explains a sum. The window has words for each. */
export type SheetNote =
  /** More is charged than was worked: minimum charges and rounding. */
  | { readonly kind: 'charged-more'; readonly workedMinutes: number; readonly chargedMinutes: number }
  /** Less is charged than was worked: an earlier day's minimum already pays for a part of it. */
  | { readonly kind: 'charged-less'; readonly workedMinutes: number; readonly chargedMinutes: number }
  | { readonly kind: 'unapproved'; readonly seconds: number }
  | { readonly kind: 'pack-empty'; readonly seconds: number }
  | { readonly kind: 'held-overlap'; readonly seconds: number }
  /** Lines whose verdict nobody knows: they are in no sum but the first. */
  | { readonly kind: 'no-verdict'; readonly seconds: number }
  /** Why not everything is on the portal yet. */
  | { readonly kind: 'needs-description'; readonly count: number }
  | { readonly kind: 'parked'; readonly count: number }
  /** Somebody deleted them on the portal. */
  | { readonly kind: 'gone'; readonly count: number }
  | { readonly kind: 'too-short'; readonly count: number }
  /** Counted as not yet sent, and never sent: internal work has nowhere to go. */
  | { readonly kind: 'kept-here'; readonly seconds: number }
  | { readonly kind: 'timers-apart' };

/** The sentences that these days' sums need, the weightiest first. None where every sum speaks for itself. */
export function notesOf(days: readonly TimesheetDayView[], totals: TimesheetTotalsView): readonly SheetNote[] {
  const lines = days.flatMap((day) => day.lines);
  const sumOf = (value: (line: LineView) => number) => lines.reduce((sum, line) => sum + value(line), 0);
  const held = (reason: LineView['holdReason']) => sumOf((line) => (line.holdReason === reason ? line.heldSeconds : 0));
  const countOf = (sync: LineView['sync']) => lines.filter((line) => line.sync === sync).length;

  const workedMinutes = Math.round(sumOf(chargeableSecondsOf) / 60);
  const { chargedMinutes } = totals;
  const noVerdict = sumOf((line) => (line.verdict === 'undecided' ? line.workedSeconds : 0));
  const keptHere = sumOf((line) => (line.sync === 'kept-here' ? line.workedSeconds : 0));
  const notes: (SheetNote | false)[] = [
    held('unapproved') > 0 && { kind: 'unapproved', seconds: held('unapproved') },
    held('pack-empty') > 0 && { kind: 'pack-empty', seconds: held('pack-empty') },
    held('overlap') > 0 && { kind: 'held-overlap', seconds: held('overlap') },
    chargedMinutes > workedMinutes && { kind: 'charged-more', workedMinutes, chargedMinutes },
    chargedMinutes < workedMinutes && { kind: 'charged-less', workedMinutes, chargedMinutes },
    noVerdict > 0 && { kind: 'no-verdict', seconds: noVerdict },
    countOf('needs-description') > 0 && { kind: 'needs-description', count: countOf('needs-description') },
    countOf('parked') > 0 && { kind: 'parked', count: countOf('parked') },
    countOf('gone') > 0 && { kind: 'gone', count: countOf('gone') },
    countOf('too-short') > 0 && { kind: 'too-short', count: countOf('too-short') },
    keptHere > 0 && { kind: 'kept-here', seconds: keptHere },
    days.some(({ timers }) => timers.length > 0) && { kind: 'timers-apart' },
  ];
  return notes.filter((note) => note !== false);
}

/** Work that a charge is made of: what waits for the customer's word is not charged yet. */
function chargeableSecondsOf({ verdict, workedSeconds, heldSeconds, holdReason }: LineView): number {
  if (verdict !== 'chargeable' && verdict !== 'always-separate') return 0;
  return workedSeconds - (holdReason === 'overlap' ? 0 : heldSeconds);
}
