import type { Estimate } from '@core/billing/approvals';
import { draftEstimate, type EstimateMatter } from '@core/billing/estimate-draft';
import { formatMessageHtml } from '@core/ticket/message-html';
import { spokenDuration } from '@core/time/spoken-duration';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600;

function matter(estimate: Estimate, rest: Partial<EstimateMatter> = {}): EstimateMatter {
  return {
    ticketNumber: 'S-42',
    ticketTitle: 'Order confirmation is not sent',
    countedSeconds: 3 * HOUR + 40 * 60,
    limitSeconds: 4 * HOUR,
    estimate,
    recipientName: 'Anna',
    consultantName: 'Maja Lindqvist',
    partnerName: 'Exempel AB',
    ...rest,
  };
}

const BANDS: readonly Estimate[] = [
  { band: 'under-10' },
  { band: 'over-10' },
  { band: 'under-20' },
  { band: 'over-20' },
  { band: 'specific', seconds: 32 * HOUR },
];

describe('the message that asks for more time', () => {
  it('says in English what it is about, what was spent, what is expected, and asks', () => {
    expect(draftEstimate(matter({ band: 'under-10' }), 'en')).toBe(
      [
        'Hello Anna,',
        'This is about your ticket S-42, “Order confirmation is not sent”.',
        'So far we have spent 3 h 40 min of chargeable time on it. Approved is 4 h in total, and we expect that more is needed.',
        'Estimate: less than 10 hours in total.\nMay we go on, up to 10 h in total? Please answer this message with a yes, or tell us what you would prefer.',
        'The estimate is our judgement today and not a fixed price. Time beyond what you have approved is not charged without asking you first.',
        'Kind regards\nMaja Lindqvist\nExempel AB',
      ].join('\n\n'),
    );
  });

  it('says it in Swedish', () => {
    expect(draftEstimate(matter({ band: 'specific', seconds: 32.5 * HOUR }), 'sv')).toBe(
      [
        'Hej Anna!',
        'Det gäller ert ärende S-42, ”Order confirmation is not sent”.',
        'Hittills har vi lagt 3 h 40 min debiterbar tid på ärendet. Godkänt är 4 h totalt, och vi bedömer att det behövs mer.',
        'Uppskattning: 32 h 30 min totalt.\nFår vi fortsätta, upp till 32 h 30 min totalt? Svara gärna ja på det här meddelandet, eller berätta hur ni hellre vill göra.',
        'Uppskattningen är vår bedömning i dag och inget fast pris. Tid utöver det ni har godkänt debiterar vi inte utan att fråga er först.',
        'Vänliga hälsningar\nMaja Lindqvist\nExempel AB',
      ].join('\n\n'),
    );
  });

  it.each([
    ['sv', 'mer än 20 timmar', 'närmare uppskattning'],
    ['en', 'more than 20 hours', 'closer estimate'],
  ] as const)(
    'asks in %s for no figure where there is none, and announces a following estimate',
    (language, band, next) => {
      const text = draftEstimate(matter({ band: 'over-20' }), language);
      expect(text).toContain(band);
      expect(text).toContain(next);
      expect(text).not.toMatch(/20 h\b/);
    },
  );

  it('names neither a sender nor a firm that is not known', () => {
    const text = draftEstimate(matter({ band: 'under-20' }, { recipientName: null, partnerName: ' ' }), 'sv');
    expect(text).toMatch(/^Hej!\n/);
    expect(text).toMatch(/Vänliga hälsningar\nMaja Lindqvist$/);
  });

  it('has a title of one line and becomes as many paragraphs as it has', () => {
    const text = draftEstimate(matter({ band: 'under-10' }, { ticketTitle: ' Two\n\n lines ' }), 'en');
    expect(text).toContain('“Two lines”');
    expect(formatMessageHtml(text).match(/<p>/g)).toHaveLength(6);
  });

  it.each(BANDS)(
    'promises nothing: "We cannot however set or guarantee fixed resolution times" ($band)',
    (estimate) => {
      for (const language of ['sv', 'en'] as const) {
        expect(draftEstimate(matter(estimate), language)).not.toMatch(/guarant|garant|utlov|promis/i);
      }
    },
  );
});

describe('a duration in a sentence', () => {
  it.each([
    [0, '0 min'],
    [59, '0 min'],
    [25 * 60, '25 min'],
    [4 * HOUR, '4 h'],
    [3 * HOUR + 40 * 60 + 59, '3 h 40 min'],
  ])('of %d s reads %s', (seconds, text) => {
    expect(spokenDuration(seconds)).toBe(text);
  });
});
