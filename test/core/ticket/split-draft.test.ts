import { draftPartDescription } from '@core/ticket/split-draft';
import { expect, it } from 'vitest';

const ORIGIN = { number: 'S-7', title: 'Två fel', contactName: null, contactEmail: null, contactPhone: null };

it('says where a part comes from and who asked, in the customer’s language', () => {
  expect(draftPartDescription(ORIGIN, 'sv')).toBe('Delat från S-7 Två fel.');
  const asked = { ...ORIGIN, contactName: 'Anna Berg', contactEmail: 'anna@kund.example' };
  expect(draftPartDescription(asked, 'en')).toBe('Split from S-7 Två fel.\nContact: Anna Berg, anna@kund.example');
});
