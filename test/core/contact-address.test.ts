import { mailLink, telephoneLink } from '@core/contact-address';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a mail address as a link', () => {
  it('opens the mail program for that address', () => {
    expect(mailLink(' anders.lundin@fjallvindsport.example ')).toBe('mailto:anders.lundin@fjallvindsport.example');
    expect(mailLink('åsa+odoo@exempel.se')).toBe('mailto:%C3%A5sa%2Bodoo@exempel.se');
  });

  it.each([
    '',
    'anders',
    'a@b',
    'a@b.se?cc=c@d.se',
    'a@b.se,c@d.se',
    'a b@c.se',
    '"x"@y.se',
    'javascript:alert(1)@x.se',
  ])('is none for "%s"', (text) => expect(mailLink(text)).toBeNull());

  it('adds no field to the mail, whatever the address is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const link = mailLink(`${text}@exempel.se`);
        if (link !== null) expect(link).toMatch(/^mailto:[^?&#\s]+@exempel\.se$/);
      }),
    );
  });
});

describe('a telephone number as a link', () => {
  it.each([
    ['+46 (0)8 749 09 95', 'tel:+4687490995'],
    ['08-749 09 95', 'tel:087490995'],
    ['070/123 45 67', 'tel:0701234567'],
  ])('%s is %s', (text, link) => expect(telephoneLink(text)).toBe(link));

  it.each(['', '12', 'ring mig', '08-749;ext=1', '*#06#'])('is none for "%s"', (text) =>
    expect(telephoneLink(text)).toBeNull(),
  );
});
