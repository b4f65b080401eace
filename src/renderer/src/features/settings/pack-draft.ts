import { fail, type Outcome, succeed } from '@core/outcome';
import { formatHoursInput, parseHours } from '@core/time/hours-text';
import type { Instant } from '@core/time/instant';
import type { PackView } from '@ipc/limit-views';
import { parseMoment, toMomentText } from '../../ui/stockholm-moment';

const MIDNIGHT = '00:00';

/** A support pack as its form holds it: everything as typed. */
export interface PackDraft {
  /** Hours. */
  readonly prepaid: string;
  /** Hours that were used before counting begins here. */
  readonly used: string;
  readonly boughtOn: string;
  readonly countsFrom: string;
  readonly note: string;
}

/** A field of the form. */
export type PackField = keyof PackDraft;

/** A pack as it is saved. */
export interface ReadPack {
  readonly prepaidMinutes: number;
  readonly usedMinutes: number;
  readonly boughtOn: string;
  readonly countsFrom: Instant;
  readonly note: string;
}

/** The form of a new pack, bought today. Source: 004, "a prepaid Support Pack of 25 or 100 hours". */
export function beginPackDraft(now: Instant): PackDraft {
  const { date } = toMomentText(now);
  return { prepaid: '25', used: '0', boughtOn: date, countsFrom: date, note: '' };
}

/** The form of a pack that is there. */
export function toPackDraft(pack: PackView): PackDraft {
  return {
    prepaid: formatHoursInput(pack.prepaidMinutes),
    used: formatHoursInput(pack.usedBeforeMinutes),
    boughtOn: pack.boughtOn,
    countsFrom: toMomentText(pack.countsFrom).date,
    note: pack.note,
  };
}

/** Reads the form. `before`: the pack it changes, whose instant stays when its date does. Answers the fields that cannot be read. */
export function readPackDraft(
  draft: PackDraft,
  before: Pick<PackView, 'countsFrom'> | null,
): Outcome<ReadPack, ReadonlySet<PackField>> {
  const prepaidMinutes = parseHours(draft.prepaid);
  const usedMinutes = /^0*$/u.test(draft.used.trim()) ? 0 : parseHours(draft.used);
  const bought = parseMoment({ date: draft.boughtOn, time: MIDNIGHT });
  const isUnchanged = before !== null && toMomentText(before.countsFrom).date === draft.countsFrom;
  const countsFrom = isUnchanged ? succeed(before.countsFrom) : parseMoment({ date: draft.countsFrom, time: MIDNIGHT });
  const wrong = new Set<PackField>();
  if (prepaidMinutes === null) wrong.add('prepaid');
  if (usedMinutes === null || usedMinutes > (prepaidMinutes ?? usedMinutes)) wrong.add('used');
  if (!bought.ok) wrong.add('boughtOn');
  if (!countsFrom.ok) wrong.add('countsFrom');
  if (prepaidMinutes === null || usedMinutes === null || !bought.ok || !countsFrom.ok || wrong.size > 0)
    return fail(wrong);
  return succeed({
    prepaidMinutes,
    usedMinutes,
    boughtOn: draft.boughtOn,
    countsFrom: countsFrom.value,
    note: draft.note.trim(),
  });
}
