import type { Outcome } from '@core/outcome';
import { addLine } from '../../usecases/add-line';
import { deleteLines } from '../../usecases/delete-lines';
import { describeLine } from '../../usecases/describe-line';
import { duplicateLine } from '../../usecases/duplicate-line';
import { editLine } from '../../usecases/edit-line';
import { exportLines } from '../../usecases/export-lines';
import { mergeLines } from '../../usecases/merge-lines';
import type { LineFailure } from '../../usecases/own-line';
import { readTimesheet } from '../../usecases/read-timesheet';
import { sendLineAgain } from '../../usecases/send-line-again';
import { splitLine } from '../../usecases/split-line';
import { suggestDescriptions } from '../../usecases/suggest-descriptions';
import { redoChange, undoChange } from '../../usecases/undo-change';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

function answer(changed: Outcome<null, LineFailure>) {
  return changed.ok ? done({}) : refuse<Record<string, never>>(changed.failure.kind);
}

/** Timesheet lines. */
export function createTimesheetHandlers(
  parts: AppParts,
): Pick<
  Handlers,
  | 'timesheet:read'
  | 'timesheet:add'
  | 'timesheet:edit'
  | 'timesheet:split'
  | 'timesheet:merge'
  | 'timesheet:duplicate'
  | 'timesheet:send-again'
  | 'timesheet:delete'
  | 'timesheet:undo'
  | 'timesheet:redo'
  | 'timesheet:describe'
  | 'timesheet:suggest'
  | 'timesheet:export'
> {
  return {
    'timesheet:export': withSession(parts, async ({ workbench }, span) => {
      const exported = await exportLines(workbench, span);
      if (exported === null) return done({ isSaved: false, count: 0 });
      const saved = await parts.saveAs(exported.fileName, exported.bytes);
      if (saved.ok) return done({ isSaved: saved.value, count: exported.count });
      return refuse(saved.failure.kind === 'disk-full' ? 'disk-full' : 'file-not-written', saved.failure.message);
    }),
    'timesheet:read': withSession(parts, async ({ workbench }, range) => done(await readTimesheet(workbench, range))),
    'timesheet:add': withSession(parts, async ({ workbench }, request) => {
      const added = await addLine(workbench, request);
      return added.ok ? done(added.value) : refuse(added.failure.kind);
    }),
    'timesheet:edit': withSession(parts, async ({ workbench }, request) => answer(await editLine(workbench, request))),
    'timesheet:split': withSession(parts, async ({ workbench }, { lineId, where }) =>
      answer(
        await splitLine(
          workbench,
          lineId,
          where.kind === 'at' ? { kind: 'instant', at: where.at } : { kind: 'after-seconds', seconds: where.seconds },
        ),
      ),
    ),
    'timesheet:merge': withSession(parts, async ({ workbench }, { lineIds }) =>
      answer(await mergeLines(workbench, lineIds)),
    ),
    'timesheet:duplicate': withSession(parts, async ({ workbench }, { lineId, date }) =>
      answer(await duplicateLine(workbench, lineId, date)),
    ),
    'timesheet:send-again': withSession(parts, async ({ workbench }, { lineId }) =>
      answer(await sendLineAgain(workbench, lineId)),
    ),
    'timesheet:delete': withSession(parts, async ({ workbench }, { lineIds }) =>
      answer(await deleteLines(workbench, lineIds)),
    ),
    'timesheet:undo': withSession(parts, async ({ workbench }) => answer(await undoChange(workbench))),
    'timesheet:redo': withSession(parts, async ({ workbench }) => answer(await redoChange(workbench))),
    'timesheet:describe': withSession(parts, async ({ workbench }, request) => {
      const described = await describeLine(workbench, request);
      return described.ok ? done({}) : refuse(described.failure.kind);
    }),
    'timesheet:suggest': withSession(parts, async ({ workbench }, { ticketId }) =>
      done(await suggestDescriptions(workbench, ticketId)),
    ),
  };
}
