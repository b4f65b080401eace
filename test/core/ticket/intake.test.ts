import { checkIntake, INTAKE_CHECKS, type IntakeFacts } from '@core/ticket/intake';
import { draftIntakeQuestion } from '@core/ticket/intake-draft';
import { formatMessageHtml } from '@core/ticket/message-html';
import { describe, expect, it } from 'vitest';

const COMPLETE: IntakeFacts = {
  pictureAddresses: ['https://erp.example/odoo/sales/42'],
  texts: ['Ordern S00042 går inte att bekräfta.'],
  typedReferences: [],
  steps: { done: 'Bekräfta', happened: 'Fel', expected: 'Bekräftad' },
  contact: { preferred: null, email: 'anna@kund.example', telephone: null },
};

const EMPTY: IntakeFacts = {
  pictureAddresses: [],
  texts: ['Det fungerar inte.'],
  typedReferences: [],
  steps: { done: '', happened: '', expected: '' },
  contact: { preferred: 'telephone', email: null, telephone: null },
};

function missing(rest: Partial<IntakeFacts>) {
  return checkIntake({ ...COMPLETE, ...rest }).missing;
}

describe('what a ticket holds', () => {
  it('is all of it, or none', () => {
    expect(checkIntake(COMPLETE).missing).toEqual([]);
    expect(checkIntake(EMPTY).missing).toEqual(INTAKE_CHECKS);
  });

  it('is a picture with its address: "Screen dumps with the URL visible in the browser address bar"', () => {
    expect(missing({ pictureAddresses: [] })).toEqual(['screen-dump']);
    expect(missing({ pictureAddresses: ['', 'Odoo – Försäljning'] })).toEqual(['screen-dump']);
    expect(missing({ pictureAddresses: ['', 'erp.example/web'] })).toEqual([]);
  });

  it('is a reference in its words, typed, or in the address of a picture', () => {
    const nothing = { texts: [''], pictureAddresses: ['https://erp.example/odoo'] };
    expect(missing(nothing)).toEqual(['reference']);
    expect(missing({ ...nothing, texts: ['Se INV/2026/00042'] })).toEqual([]);
    expect(missing({ ...nothing, typedReferences: ['Svarven i hall 2'] })).toEqual([]);
    expect(missing({ ...nothing, typedReferences: [' '] })).toEqual(['reference']);
    expect(missing({ ...nothing, pictureAddresses: ['https://erp.example/odoo/sales/42'] })).toEqual([]);
  });

  it('names its references once each, with the record that an address proposes', () => {
    const { references } = checkIntake({
      ...COMPLETE,
      texts: ['S00042', 's00042 igen'],
      typedReferences: ['S00042', 'Svarven'],
      pictureAddresses: ['https://erp.example/odoo/sales/42', 'https://erp.example/web#id=42&model=sale.order'],
    });
    expect(references).toEqual([
      { from: 'text', kind: 'sales-order', text: 'S00042' },
      { from: 'typed', text: 'Svarven' },
      {
        from: 'address',
        address: 'https://erp.example/odoo/sales/42',
        model: 'sale.order',
        id: 42,
      },
    ]);
  });

  it('is all three answers: "what did you do, what happened, what did you expect?"', () => {
    for (const answer of ['done', 'happened', 'expected'] as const) {
      const intake = checkIntake({ ...COMPLETE, steps: { ...COMPLETE.steps, [answer]: ' \n' } });
      expect([intake.missing, intake.missingAnswers]).toEqual([['steps'], [answer]]);
    }
  });

  it('is a way to answer: "we assume email unless you tell us otherwise"', () => {
    expect(checkIntake(COMPLETE)).toMatchObject({ contactMethod: 'email', isContactAssumed: true });
    const contact = { preferred: 'telephone', email: 'anna@kund.example', telephone: null } as const;
    expect(checkIntake({ ...COMPLETE, contact })).toMatchObject({
      missing: ['contact'],
      contactMethod: 'telephone',
      isContactAssumed: false,
    });
    expect(missing({ contact: { ...contact, telephone: '08-123 45' } })).toEqual([]);
    expect(missing({ contact: { ...contact, preferred: 'portal' } })).toEqual([]);
    expect(missing({ contact: { preferred: null, email: ' ', telephone: '08-123 45' } })).toEqual(['contact']);
  });
});

describe('the question about what is missing', () => {
  const matter = {
    ticketNumber: 'S-42',
    ticketTitle: 'Order',
    recipientName: 'Anna',
    consultantName: 'Maja Lindqvist',
    partnerName: 'Exempel AB',
  };

  it('is none where nothing is missing', () => {
    expect(draftIntakeQuestion(matter, checkIntake(COMPLETE), 'sv')).toBeNull();
  });

  it('asks in Swedish for all of it', () => {
    expect(draftIntakeQuestion(matter, checkIntake(EMPTY), 'sv')).toBe(
      [
        'Hej Anna!',
        'Det gäller ert ärende S-42, ”Order”.',
        [
          'För att kunna hjälpa er snabbare behöver vi lite mer information:',
          '– en skärmbild där webbadressen syns i webbläsarens adressfält',
          '– vilken post i Odoo det gäller, till exempel order-, faktura- eller inköpsnummer, produkt, arbetsstation eller användare',
          '– hur felet kan återskapas: vad ni gjorde, vad som hände och vad ni hade väntat er',
          '– vilket telefonnummer vi når er på',
        ].join('\n'),
        'Ju mer vi vet, desto snabbare kan vi hitta orsaken och lösa ärendet.',
        'Vänliga hälsningar\nMaja Lindqvist\nExempel AB',
      ].join('\n\n'),
    );
  });

  it('asks in English for no more than is missing, and keeps its lines as a message', () => {
    const intake = checkIntake({ ...COMPLETE, steps: { done: 'Confirm', happened: '', expected: '' } });
    const text = draftIntakeQuestion(matter, intake, 'en') ?? '';
    expect(text).toContain('need a little more information:\n– what happened\n– what you expected to happen\n\n');
    expect(text).not.toMatch(/screen dump|record|reach/);
    expect(formatMessageHtml(text)).toContain('information:<br>– what happened<br>– what you expected');
  });

  it('asks for an address to write to, or whatever way the customer prefers', () => {
    const unreachable = checkIntake({ ...COMPLETE, contact: { preferred: null, email: null, telephone: null } });
    expect(draftIntakeQuestion(matter, unreachable, 'sv')).toContain('e-postadress');
    expect(draftIntakeQuestion(matter, unreachable, 'en')).toContain('or how you prefer to be contacted');
  });
});
