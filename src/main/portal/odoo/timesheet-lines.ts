import { succeed } from '@core/outcome';
import { z } from 'zod';
import type { Portal } from '../portal';
import { listIds } from './list-ids';
import { loadRecord } from './load-record';
import { toTicketLine, toTimesheetLine } from './map-activity';
import type { OdooTransport } from './odoo-transport';
import { createFieldQuestion } from './present-fields';
import type { TicketProfile } from './profiles/ticket-profile';
import { mapPage, readPage } from './read-page';
import { timesheetLineSchema } from './schemas';

const MODEL = 'account.analytic.line';
const FIELDS = ['employee_id', 'date', 'name', 'unit_amount', 'write_date'];
/** Add-ons bring them: who has them can validate or invoice a line, and then it is not ours to change. */
const LOCK_FIELDS = ['validated', 'timesheet_invoice_id'] as const;

const HOUR_SECONDS = 3600;

/** What an Odoo portal does with timesheet lines. */
export function createTimesheetMethods(
  transport: OdooTransport,
  profileNow: () => Pick<TicketProfile, 'lineField'>,
): Pick<
  Portal,
  | 'readTimesheetLines'
  | 'listTimesheetLineIds'
  | 'readTimesheetLine'
  | 'createTimesheetLine'
  | 'updateTimesheetLine'
  | 'deleteTimesheetLine'
> {
  const readLockFields = createFieldQuestion(transport, MODEL, LOCK_FIELDS);

  const readTimesheetLine: Portal['readTimesheetLine'] = async (remoteId) => {
    const lockFields = await readLockFields();
    if (!lockFields.ok) return lockFields;
    const found = await transport.call({
      model: MODEL,
      // Not `read`: of a record that is gone it fails, and says so in the user's language.
      method: 'search_read',
      arguments: {
        domain: [['id', '=', remoteId]],
        fields: [profileNow().lineField, ...FIELDS, ...lockFields.value],
        limit: 1,
      },
      answer: z.array(timesheetLineSchema),
    });
    if (!found.ok) return found;
    const [record] = found.value;
    return succeed(record === undefined ? null : toTimesheetLine(record));
  };

  return {
    readTimesheetLine,

    async readTimesheetLines(ticketRemoteIds, request) {
      if (ticketRemoteIds.length === 0) return succeed({ rows: [], next: null });
      const { lineField } = profileNow();
      const lockFields = await readLockFields();
      if (!lockFields.ok) return lockFields;
      const page = await readPage(
        transport,
        {
          model: MODEL,
          domain: [[lineField, 'in', ticketRemoteIds]],
          fields: [lineField, ...FIELDS, ...lockFields.value],
          record: timesheetLineSchema,
        },
        request,
      );
      return page.ok ? succeed(mapPage(page.value, toTicketLine)) : page;
    },

    listTimesheetLineIds: async (ticketRemoteIds, afterId) =>
      ticketRemoteIds.length === 0
        ? succeed({ ids: [], isLast: true })
        : listIds(transport, MODEL, [[profileNow().lineField, 'in', ticketRemoteIds]], afterId),

    createTimesheetLine: (line) =>
      loadRecord(transport, MODEL, line.externalId, {
        'project_id/.id': String(line.projectRemoteId),
        ...(line.ticketRemoteId === null ? {} : { [`${profileNow().lineField}/.id`]: String(line.ticketRemoteId) }),
        'employee_id/.id': String(line.employeeId),
        date: line.date,
        name: line.description,
        unit_amount: String(line.workedSeconds / HOUR_SECONDS),
      }),

    async updateTimesheetLine(remoteId, { date, description, workedSeconds, place }) {
      const written = await transport.call({
        model: MODEL,
        method: 'write',
        arguments: {
          ids: [remoteId],
          vals: {
            ...(date === undefined ? {} : { date }),
            ...(description === undefined ? {} : { name: description }),
            ...(workedSeconds === undefined ? {} : { unit_amount: workedSeconds / HOUR_SECONDS }),
            ...(place === undefined
              ? {}
              : { project_id: place.projectRemoteId, [profileNow().lineField]: place.ticketRemoteId ?? false }),
          },
        },
        answer: z.literal(true),
      });
      return written.ok ? succeed(null) : written;
    },

    async deleteTimesheetLine(remoteId) {
      const deleted = await transport.call({
        model: MODEL,
        method: 'unlink',
        arguments: { ids: [remoteId] },
        answer: z.literal(true),
      });
      if (deleted.ok) return succeed(null);
      if (deleted.failure.kind !== 'refused') return deleted;
      // A line that is gone cannot be deleted; whether it is gone is asked, because the refusal's words vary.
      const left = await readTimesheetLine(remoteId);
      if (!left.ok) return left;
      return left.value === null ? succeed(null) : deleted;
    },
  };
}
