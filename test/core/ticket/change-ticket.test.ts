import { applyTicketChange, ticketChangeSchema } from '@core/ticket/change-ticket';
import type { TicketFields } from '@core/ticket/ticket-fields';
import { describe, expect, it } from 'vitest';

const solved: TicketFields = {
  title: 'Order',
  descriptionHtml: '',
  stage: { remoteId: 4, resolution: 'done' },
  priority: '0',
  assigneeRemoteIds: [5, 6],
  tagRemoteIds: [2],
};
const endsTicket = (remoteId: number | null) => remoteId === 4;

describe('changing a ticket', () => {
  it('takes a ticket that had ended back to work with its stage', () => {
    expect(applyTicketChange(solved, { stage: { remoteId: 1 } }, endsTicket).stage).toEqual({
      remoteId: 1,
      resolution: 'open',
    });
  });

  it('leaves a ticket ended in a stage that ends it', () => {
    expect(applyTicketChange(solved, { stage: { remoteId: 4 } }, endsTicket).stage.resolution).toBe('done');
  });

  it('is taken back by what the ticket said before', () => {
    const after = applyTicketChange(solved, { stage: { remoteId: 1 }, title: 'Faktura', tagRemoteIds: [] }, endsTicket);
    expect(applyTicketChange(after, solved, endsTicket)).toEqual(solved);
  });

  it('keeps ids in order and each once', () => {
    expect(applyTicketChange(solved, { assigneeRemoteIds: [9, 5, 9] }, endsTicket).assigneeRemoteIds).toEqual([5, 9]);
  });

  it('takes no empty title, and no priority that Odoo does not know', () => {
    expect(ticketChangeSchema.safeParse({ title: '  ' }).success).toBe(false);
    expect(ticketChangeSchema.safeParse({ priority: 'high' }).success).toBe(false);
    expect(ticketChangeSchema.safeParse({ title: ' Order ' }).data?.title).toBe('Order');
  });
});
