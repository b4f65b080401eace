import type { ReportDocument } from '@core/reports/report-document';
import { workDoneDocument } from '@core/reports/work-done';
import { fileNameForDisk } from '@core/ticket/file-name-for-disk';
import type { ReportFormat } from '@ipc/requests/reports';
import { readAttainment } from '../../usecases/read-attainment';
import { readHoursReport } from '../../usecases/read-hours-report';
import { readStandingReport } from '../../usecases/read-standing-report';
import { readWorkDone } from '../../usecases/read-work-done';
import { done, type Handlers, refuse } from '../handle';
import type { AppParts } from '../parts';
import { withSession } from './with-session';

/** Sums over the recorded work, and the files they are handed out in. */
export function createReportHandlers(
  parts: AppParts,
): Pick<Handlers, 'report:hours' | 'report:attainment' | 'report:standing' | 'report:save' | 'report:save-work-done'> {
  async function save(document: ReportDocument, format: ReportFormat) {
    const bytes = await parts.writeReport(document, format);
    const saved = await parts.saveAs(fileNameForDisk(`${document.title}.${format}`), bytes);
    if (saved.ok) return done({ isSaved: saved.value });
    return saved.failure.kind === 'disk-full'
      ? refuse<{ isSaved: boolean }>('disk-full')
      : refuse<{ isSaved: boolean }>('file-not-written', saved.failure.message);
  }

  return {
    'report:hours': withSession(parts, async ({ workbench }, { from, to, scope }) =>
      done(await readHoursReport(workbench, { from, to }, scope)),
    ),
    'report:attainment': withSession(parts, async ({ workbench }, period) =>
      done({ attained: await readAttainment(workbench, period) }),
    ),
    'report:standing': withSession(parts, async ({ workbench }) => done(await readStandingReport(workbench))),
    'report:save': async ({ document, format }) => save(document, format),
    'report:save-work-done': withSession(parts, async ({ workbench }, { ticketId, language, format }) => {
      const work = await readWorkDone(workbench, ticketId);
      return work === undefined ? refuse('not-found') : save(workDoneDocument(work, language), format);
    }),
  };
}
