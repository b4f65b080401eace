import type { KindOfWork } from '@core/billing/kind-of-work';
import type { TimesheetLineId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { type ChangeKind, changeLine, type LineChange } from '@core/timesheet/change-set';
import { isSameTarget, type LineContent, type LineTarget } from '@core/timesheet/line-content';
import { onDate } from '@core/timesheet/line-time';
import { onTarget } from '@core/timesheet/move-line';
import type { WorkbenchDatabase } from '../db/open';
import { listOpenEntriesOf } from '../db/queries/outbox';
import { readLastKindOfWork } from '../db/queries/timesheet-lines';
import { changeLines } from './change-lines';
import { type LineTime, readLineTime } from './line-time';
import { freeOfOverlaps, isLocked, isTargetKnown, type LineFailure, type OwnLine, readOwnLine } from './own-line';
import type { Workbench } from './workbench';

/** What is to be different about a line; what is left out stays. */
export interface EditLineRequest {
  readonly lineId: TimesheetLineId;
  readonly target?: LineTarget | undefined;
  /** Stockholm date. Without a time, the line keeps its times of the clock. */
  readonly date?: string | undefined;
  readonly time?: LineTime | undefined;
  readonly description?: string | undefined;
  readonly kindOfWork?: KindOfWork | undefined;
  /** Take only the time that nothing else of mine covers; otherwise an overlap is refused. */
  readonly cutOverlaps: boolean;
}

/** Changes a line of mine. One that the portal has becomes an update there. */
export async function editLine(workbench: Workbench, request: EditLineRequest): Promise<Outcome<null, LineFailure>> {
  const edited = await changeLines<LineFailure>(workbench, kindOf, async (trx) => {
    const line = await readOwnLine(trx, request.lineId);
    if (!line) return fail({ kind: 'not-found' });
    const said = await contentAsSaid(trx, line.content, request);
    if (!said.ok) return said;
    const isMovedInTime = said.value.intervals !== line.content.intervals;
    const free = isMovedInTime
      ? await freeOfOverlaps(trx, said.value, {
          except: line.id,
          now: workbench.clock.read(),
          cutOverlaps: request.cutOverlaps,
        })
      : said;
    if (!free.ok) return free;
    if (isLocked(line) && isOtherOnPortal(line.content, free.value)) return fail({ kind: 'line-locked' });
    if (free.value.description === '' && (await needsDescription(workbench, trx, line))) {
      return fail({ kind: 'description-missing' });
    }
    return succeed([changeLine(line, free.value)].flatMap((change) => change ?? []));
  });
  return edited.ok ? succeed(null) : edited;
}

function kindOf(changes: readonly LineChange[]): ChangeKind {
  const isMove = changes.some(({ before, after }) => !before || !after || !isSameTarget(before.target, after.target));
  return isMove ? 'move' : 'edit';
}

async function contentAsSaid(
  trx: WorkbenchDatabase,
  before: LineContent,
  { target, date, time, description, kindOfWork }: EditLineRequest,
): Promise<Outcome<LineContent, LineFailure>> {
  let content = before;
  if (target !== undefined) {
    if (!(await isTargetKnown(trx, { target }))) return fail({ kind: 'not-found' });
    const usual = target.kind === 'ticket' ? await readLastKindOfWork(trx, target.ticketId) : undefined;
    content = onTarget(content, target, usual ?? 'general-user-support');
  }
  if (time !== undefined) {
    const read = readLineTime(date ?? content.date, time);
    if (!read.ok) return read;
    content = { ...content, ...read.value };
  } else if (date !== undefined && date !== content.date) {
    content = onDate(content, date);
  }
  if (description !== undefined) content = { ...content, description: description.trim() };
  if (kindOfWork !== undefined && content.target.kind === 'ticket') content = { ...content, kindOfWork };
  return succeed(content);
}

/** Whether the portal would see the change. */
function isOtherOnPortal(before: LineContent, after: LineContent): boolean {
  return (
    !isSameTarget(before.target, after.target) ||
    before.date !== after.date ||
    before.workedSeconds !== after.workedSeconds ||
    before.description !== after.description
  );
}

/** A line on its way, or on the portal, cannot lose its description: it would be sent without. */
async function needsDescription(
  { settings }: Workbench,
  trx: WorkbenchDatabase,
  { id, row }: OwnLine,
): Promise<boolean> {
  if (!settings().requireDescription) return false;
  return row.portalValues !== null || (await listOpenEntriesOf(trx, id)).length > 0;
}
