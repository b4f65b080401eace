import type { KindOfWork } from '@core/billing/kind-of-work';
import { type TimesheetLineId, timesheetLineIdSchema } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { addLine as addLineChange } from '@core/timesheet/change-set';
import type { LineContent, LineTarget } from '@core/timesheet/line-content';
import { changeLines } from './change-lines';
import { type LineTime, readLineTime } from './line-time';
import { freeOfOverlaps, isTargetKnown, type LineFailure } from './own-line';
import type { Workbench } from './workbench';

export interface AddLineRequest {
  readonly target: LineTarget;
  /** Stockholm date. */
  readonly date: string;
  readonly time: LineTime;
  readonly description: string;
  readonly kindOfWork: KindOfWork;
  /** Take only the time that nothing of mine covers; otherwise an overlap is refused. */
  readonly cutOverlaps: boolean;
}

/** Writes a line that no timer recorded. Time without a ticket is internal work, whatever was said. */
export async function addLine(
  workbench: Workbench,
  request: AddLineRequest,
): Promise<Outcome<{ lineId: TimesheetLineId }, LineFailure>> {
  const lineId = timesheetLineIdSchema.parse(workbench.newId());
  const added = await changeLines<LineFailure>(workbench, 'add', async (trx) => {
    if (!(await isTargetKnown(trx, request))) return fail({ kind: 'not-found' });
    const time = readLineTime(request.date, request.time);
    if (!time.ok) return time;
    const content: LineContent = {
      ...time.value,
      target: request.target,
      description: request.description.trim(),
      kindOfWork: request.target.kind === 'activity' ? 'internal' : request.kindOfWork,
      override: null,
      overtimeDecision: null,
    };
    const free = await freeOfOverlaps(trx, content, {
      except: null,
      now: workbench.clock.read(),
      cutOverlaps: request.cutOverlaps,
    });
    return free.ok ? succeed([addLineChange(lineId, free.value)]) : free;
  });
  return added.ok ? succeed({ lineId }) : added;
}
