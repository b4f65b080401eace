import { type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import type { TimesheetLine } from '../db/queries/timesheet-lines';
import type { Workbench } from './workbench';

type Chosen = 'ticketId' | 'activity' | 'date' | 'workedSeconds' | 'description' | 'kindOfWork' | 'verdict';

/** A line of mine that only this computer knows, with a new id; nothing of it is held back. */
export function newLine(
  workbench: Pick<Workbench, 'newId' | 'userName'>,
  line: Pick<TimesheetLine, Chosen> & Partial<TimesheetLine>,
): TimesheetLine & { readonly id: TimesheetLineId } {
  return {
    id: timesheetLineIdSchema.parse(workbench.newId()),
    remoteId: null,
    timerId: null,
    origin: 'mine',
    employeeName: workbench.userName,
    intervals: [],
    overtimeSeconds: 0,
    overtimeDecision: null,
    overrideReason: null,
    overrideBy: null,
    overrideAt: null,
    coverageDecisionId: null,
    heldSeconds: 0,
    holdReason: null,
    portalValues: null,
    deletedAt: null,
    ...line,
  };
}
