import { NO_CUSTOMER_DETAILS } from '@core/customer/customer-details';
import { customerIdSchema, ticketIdSchema } from '@core/ids';
import { NO_TICKET_DETAILS } from '@core/ticket/ticket-details';
import type { DetailsView } from '@ipc/details-views';
import { describe, expect, it } from 'vitest';
import { withCustomerChanges, withTicketNotes } from '../../../src/renderer/src/features/ticket/details/noted-details';

const ticketId = ticketIdSchema.parse('01990000-0000-7000-8000-000000000001');
const customerId = customerIdSchema.parse('01990000-0000-7000-8000-000000000002');

const VIEW: DetailsView = {
  details: { ...NO_TICKET_DETAILS, codePart: 'odoo-community', isReproducedOnStandardData: true },
  steps: { done: 'Tryckte', happened: '', expected: '' },
  typedReferences: ['Kaffekvarn'],
  intake: {
    isSatisfied: { 'screen-dump': false, reference: true, steps: false, contact: true },
    missing: ['screen-dump', 'steps'],
    references: [],
    missingAnswers: ['happened', 'expected'],
    contactMethod: 'email',
    isContactAssumed: true,
  },
  intakeQuestion: null,
  limitedAccessReply: null,
  odooCase: null,
  bugStep: { kind: 'ask-code-part' },
  coverage: [],
  customer: {
    id: customerId,
    details: { ...NO_CUSTOMER_DETAILS, consultant: 'Maja' },
    openTicketCount: 0,
    latestTickets: [],
    missingBackups: [],
    testCopies: { today: '2026-11-23', areIncluded: false, copies: [] },
  },
};

describe('what is noted, as it shows before it is kept', () => {
  it('is in its place, null where it is taken away, and nothing else is different', () => {
    const notes = { details: { codePart: null }, steps: { happened: 'Fel' } };
    expect(withTicketNotes(VIEW, { ticketId, notes })).toEqual({
      ...VIEW,
      details: { ...VIEW.details, codePart: null },
      steps: { done: 'Tryckte', happened: 'Fel', expected: '' },
    });
    expect(withTicketNotes(VIEW, { ticketId, notes: { references: [] } })).toEqual({ ...VIEW, typedReferences: [] });
  });

  it('is that of the customer it is about', () => {
    const changes = { hasPortalAccount: true };
    expect(withCustomerChanges(VIEW, { customerId, changes }).customer?.details).toEqual({
      ...NO_CUSTOMER_DETAILS,
      consultant: 'Maja',
      hasPortalAccount: true,
    });
    const other = customerIdSchema.parse('01990000-0000-7000-8000-000000000003');
    expect(withCustomerChanges(VIEW, { customerId: other, changes })).toBe(VIEW);
  });
});
