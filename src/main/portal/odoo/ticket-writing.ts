import { succeed } from '@core/outcome';
import { z } from 'zod';
import type { Portal } from '../portal';
import { loadRecord } from './load-record';
import type { OdooTransport } from './odoo-transport';
import type { TicketProfile } from './profiles/ticket-profile';

/** The command by which Odoo replaces all links of a field. */
const replaceLinks = (ids: readonly number[]) => [[6, 0, ids]];

/** A helpdesk ticket is one person's. */
function mostAssignees(field: TicketProfile['assigneeField']): number {
  return field === 'user_ids' ? Number.POSITIVE_INFINITY : 1;
}

function assigneesOf(field: TicketProfile['assigneeField'], ids: readonly number[]): Record<string, unknown> {
  return field === 'user_ids' ? { user_ids: replaceLinks(ids) } : { user_id: ids[0] ?? false };
}

/** How an Odoo portal creates and changes tickets. */
export function createTicketWriting(
  transport: OdooTransport,
  profileNow: () => TicketProfile,
): Pick<Portal, 'createTicket' | 'updateTicket'> {
  return {
    createTicket: (ticket) => {
      const { model, groupField, assigneeField, toPriority } = profileNow();
      return loadRecord(transport, model, ticket.externalId, {
        name: ticket.title,
        description: ticket.descriptionHtml,
        [`${groupField}/.id`]: String(ticket.groupRemoteId),
        ...(ticket.customerRemoteId === null ? {} : { 'partner_id/.id': String(ticket.customerRemoteId) }),
        ...(ticket.stageRemoteId === null ? {} : { 'stage_id/.id': String(ticket.stageRemoteId) }),
        priority: toPriority(ticket.priority),
        'tag_ids/.id': ticket.tagRemoteIds.join(','),
        [`${assigneeField}/.id`]: ticket.assigneeRemoteIds.slice(0, mostAssignees(assigneeField)).join(','),
      });
    },

    async updateTicket(remoteId, changes) {
      const { title, descriptionHtml, stageRemoteId, resolution, priority, tagRemoteIds, assigneeRemoteIds } = changes;
      const { model, assigneeField, toPriority, toState } = profileNow();
      const written = await transport.call({
        model,
        method: 'write',
        arguments: {
          ids: [remoteId],
          vals: {
            ...(title === undefined ? {} : { name: title }),
            ...(descriptionHtml === undefined ? {} : { description: descriptionHtml }),
            ...(stageRemoteId === undefined ? {} : { stage_id: stageRemoteId ?? false }),
            ...(resolution === undefined ? {} : toState(resolution)),
            ...(priority === undefined ? {} : { priority: toPriority(priority) }),
            ...(tagRemoteIds === undefined ? {} : { tag_ids: replaceLinks(tagRemoteIds) }),
            ...(assigneeRemoteIds === undefined ? {} : assigneesOf(assigneeField, assigneeRemoteIds)),
          },
        },
        answer: z.literal(true),
      });
      return written.ok ? succeed(null) : written;
    },
  };
}
