import { succeed } from '@core/outcome';
import type { TicketResolution } from '@core/ticket/ticket-fields';
import { z } from 'zod';
import type { Portal } from '../portal';
import { loadRecord } from './load-record';
import type { OdooTransport } from './odoo-transport';

const STATE_OF: Readonly<Record<TicketResolution, string>> = {
  open: '01_in_progress',
  done: '1_done',
  canceled: '1_canceled',
};

/** The command by which Odoo replaces all links of a field. */
const replaceLinks = (ids: readonly number[]) => [[6, 0, ids]];

/** How an Odoo portal creates and changes tickets. */
export function createTicketWriting(
  transport: OdooTransport,
  model: string,
): Pick<Portal, 'createTicket' | 'updateTicket'> {
  return {
    createTicket: (ticket) =>
      loadRecord(transport, model, ticket.externalId, {
        name: ticket.title,
        description: ticket.descriptionHtml,
        'project_id/.id': String(ticket.projectRemoteId),
        ...(ticket.customerRemoteId === null ? {} : { 'partner_id/.id': String(ticket.customerRemoteId) }),
        ...(ticket.stageRemoteId === null ? {} : { 'stage_id/.id': String(ticket.stageRemoteId) }),
        priority: ticket.priority,
        'tag_ids/.id': ticket.tagRemoteIds.join(','),
        'user_ids/.id': ticket.assigneeRemoteIds.join(','),
      }),

    async updateTicket(remoteId, changes) {
      const { title, descriptionHtml, stageRemoteId, resolution, priority, tagRemoteIds, assigneeRemoteIds } = changes;
      const written = await transport.call({
        model,
        method: 'write',
        arguments: {
          ids: [remoteId],
          vals: {
            ...(title === undefined ? {} : { name: title }),
            ...(descriptionHtml === undefined ? {} : { description: descriptionHtml }),
            ...(stageRemoteId === undefined ? {} : { stage_id: stageRemoteId ?? false }),
            ...(resolution === undefined ? {} : { state: STATE_OF[resolution] }),
            ...(priority === undefined ? {} : { priority }),
            ...(tagRemoteIds === undefined ? {} : { tag_ids: replaceLinks(tagRemoteIds) }),
            ...(assigneeRemoteIds === undefined ? {} : { user_ids: replaceLinks(assigneeRemoteIds) }),
          },
        },
        answer: z.literal(true),
      });
      return written.ok ? succeed(null) : written;
    },
  };
}
