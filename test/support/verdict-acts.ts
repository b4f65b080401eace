import type { TimesheetLineId } from '@core/ids';
import type { Workbench } from '../../src/main/usecases/workbench';
import { lineOf } from './limit-acts';

/** The kind of work whose verdict the tests decide otherwise. */
export const KIND = 'general-user-support';

/** Verdict, reason and who, of a line that the terms decide. */
export const OF_TERMS = ['chargeable', null, null];

/** Verdict, reason and who, of a line that was decided otherwise. */
export const DECIDED = ['not-charged', 'Vårt eget fel', 'Maja Lindqvist'];

/** A line as the portal had it last, before it was invoiced. */
export const ON_PORTAL = {
  date: '2026-11-23',
  description: 'Felsökning',
  workedSeconds: 3600,
  ticketRemoteId: 1,
  isLocked: false,
};

/** A line as the portal had it last, invoiced. */
export const LOCKED = { ...ON_PORTAL, isLocked: true };

/** Verdict, reason and who, of a line. */
export async function judged(workbench: Workbench, lineId: TimesheetLineId) {
  const { verdict, overrideReason, overrideBy } = await lineOf(workbench, lineId);
  return [verdict, overrideReason, overrideBy];
}
