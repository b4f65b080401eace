import { draftLimitedAccessReply, limitedAccessAreaSchema } from '@core/ticket/limited-access';
import { describe, expect, it } from 'vitest';

const MATTER = {
  ticketNumber: 'S-42',
  ticketTitle: 'Etiketter skrivs inte ut',
  recipientName: 'Anna',
  consultantName: 'Maja Lindqvist',
  partnerName: 'Exempel AB',
};

describe('the reply where we have no access', () => {
  it('says to what, and asks the customer’s IT: "resolution may require action from your internal IT team"', () => {
    expect(draftLimitedAccessReply({ ...MATTER, areas: ['peripherals', 'dns'] }, 'en')).toBe(
      [
        'Hello Anna,',
        'This is about your ticket S-42, “Etiketter skrivs inte ut”.',
        'The ticket concerns what we do not have direct access to, so our ability to support it is limited:\n– DNS\n– peripheral hardware',
        'We will do our best to help diagnose the problem and guide you, but resolution may require action from your internal IT team or other providers.',
        'Could you ask your IT team to look into it, and tell us here what they find? We are glad to join a call with them.',
        'Kind regards\nMaja Lindqvist\nExempel AB',
      ].join('\n\n'),
    );
  });

  it('says it in Swedish', () => {
    const text = draftLimitedAccessReply({ ...MATTER, areas: ['lan'] }, 'sv');
    expect(text).toContain('begränsad omfattning:\n– ert lokala nätverk (LAN)\n\n');
    expect(text).toContain('er egen IT-avdelning');
  });

  it('knows the four areas of the terms, and is none about nothing', () => {
    expect(limitedAccessAreaSchema.options).toEqual(['dns', 'lan', 'client-settings', 'peripherals']);
    expect(() => draftLimitedAccessReply({ ...MATTER, areas: [] }, 'sv')).toThrow(RangeError);
  });
});
