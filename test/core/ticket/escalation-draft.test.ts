import { draftEscalationConfirmation } from '@core/ticket/escalation-draft';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

const MATTER = {
  ticketNumber: 'S-42',
  ticketTitle: 'Kassan\n startar inte',
  calledBy: 'Elin',
  consultantName: 'Maja Lindqvist',
  partnerName: '',
  missing: { userDetails: false, screenDump: false },
};

describe('the confirmation of an escalation', () => {
  it('says what the terms say, and names no time by which anything is done', () => {
    const terms = termsDocument('000');
    expect(terms).toContain('we begin work immediately with as many resources as required');
    expect(terms).toContain('Escalated issues may attract overtime charges without further notification');
    expect(draftEscalationConfirmation(MATTER, 'en')).toBe(
      [
        'Hello Elin,',
        'Your ticket S-42, “Kassan startar inte”, is now priority escalated. We begin work on it at once, with as many resources as required.',
        'Work outside our hours of service may be charged as overtime.',
        'Kind regards\nMaja Lindqvist',
      ].join('\n\n'),
    );
    for (const language of ['sv', 'en'] as const) {
      expect(draftEscalationConfirmation(MATTER, language)).not.toMatch(/garant|guarant/iu);
    }
  });

  it('asks for what is missing', () => {
    const both = draftEscalationConfirmation({ ...MATTER, missing: { userDetails: true, screenDump: true } }, 'sv');
    expect(both).toContain('behöver vi vilken användare det gäller och en skärmbild där webbadressen syns.');
    const dump = draftEscalationConfirmation({ ...MATTER, missing: { userDetails: false, screenDump: true } }, 'en');
    expect(dump).toContain('we need a screen dump with the web address in it.');
  });

  it('greets without a name, and signs with the firm, where it is so', () => {
    const draft = draftEscalationConfirmation({ ...MATTER, calledBy: ' ', partnerName: 'Furulund AB' }, 'sv');
    expect(draft.startsWith('Hej!\n\n')).toBe(true);
    expect(draft.endsWith('Vänliga hälsningar\nMaja Lindqvist\nFurulund AB')).toBe(true);
  });
});
