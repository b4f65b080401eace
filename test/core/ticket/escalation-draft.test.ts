import {
  draftEscalationConfirmation,
  type EscalationMatter,
  missingForEscalation,
} from '@core/ticket/escalation-draft';
import { describe, expect, it } from 'vitest';

const MATTER: EscalationMatter = {
  ticketNumber: 'S-42',
  ticketTitle: 'Kassan är nere',
  recipientName: 'Anna',
  consultantName: 'Maja Lindqvist',
  partnerName: 'Exempel AB',
  standing: 'accepted',
  missing: [],
};

describe('an escalation', () => {
  it('asks for "user details and screen dumps with URL visible"', () => {
    const complete = { callerName: 'Anna', callerContact: '08-123 45', hasScreenDumpWithAddress: true };
    expect(missingForEscalation(complete)).toEqual([]);
    expect(missingForEscalation({ ...complete, callerName: ' ' })).toEqual(['user-details']);
    expect(missingForEscalation({ ...complete, callerContact: '' })).toEqual(['user-details']);
    expect(missingForEscalation({ ...complete, hasScreenDumpWithAddress: false })).toEqual(['screen-dump']);
  });
});

describe('the confirmation of an escalation', () => {
  it('says that work begins and what it may cost: "may attract overtime charges without further notification"', () => {
    expect(draftEscalationConfirmation(MATTER, 'en')).toBe(
      [
        'Hello Anna,',
        'This is about your ticket S-42, “Kassan är nere”.',
        'The ticket is priority escalated and now has the highest priority with us. We begin work immediately with the resources that are required.',
        'Please note that escalated issues may attract overtime charges without further notification.',
        'Kind regards\nMaja Lindqvist\nExempel AB',
      ].join('\n\n'),
    );
  });

  it('says in Swedish what is missing', () => {
    const text = draftEscalationConfirmation({ ...MATTER, missing: ['user-details', 'screen-dump'] }, 'sv');
    expect(text).toContain('Ärendet är eskalerat');
    expect(text).toContain('debiteras som övertid utan ytterligare avisering');
    expect(text).toContain(
      'Skicka gärna uppgift om vilken användare det gäller och hur vi når den och en skärmbild där webbadressen syns',
    );
  });

  it('says before anybody has accepted it only that it was received', () => {
    for (const language of ['sv', 'en'] as const) {
      const text = draftEscalationConfirmation({ ...MATTER, standing: 'requested' }, language);
      expect(text).not.toMatch(/immediately|direkt|highest priority|högsta prioritet/);
      expect(text).toMatch(/overtime|övertid/);
    }
  });

  it('promises no time: "We cannot guarantee fixed resolution times"', () => {
    for (const language of ['sv', 'en'] as const) {
      for (const standing of ['requested', 'accepted'] as const) {
        const text = draftEscalationConfirmation({ ...MATTER, standing }, language);
        expect(text).not.toMatch(/guarant|garant|within|inom|\d h/i);
      }
    }
  });
});
