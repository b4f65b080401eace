import { ODOO_SUPPORT_FACTS, ODOO_SUPPORT_MATTERS } from '@core/ticket/odoo-support';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

/** The document without the mark-up of links: `text <address>`__. */
const WITHOUT_LINKS = termsDocument('003').replace(/`([^`<]+?) <[^>]+>`__/gu, '$1');

describe('what Odoo SA’s support does', () => {
  it('is what stands below "What type of support is included?", and no more', () => {
    expect(ODOO_SUPPORT_MATTERS.filter(({ isTheirs }) => isTheirs).map(({ name }) => name)).toEqual([
      'material',
      'standard-issue',
      'account-or-billing',
      'bug',
      'test-upgrade',
    ]);
  });

  it('is not what stands below "What type of support is not included?"', () => {
    expect(ODOO_SUPPORT_MATTERS.filter(({ isTheirs }) => !isTheirs).map(({ name }) => name)).toEqual([
      'business-process',
      'training',
      'import',
      'configuration-guidance',
      'configuration-models',
      'own-server',
      'third-party-account',
      'customisation',
    ]);
    const notIncluded = termsDocument('003').indexOf('What type of support is not included?');
    for (const { sentence, isTheirs } of ODOO_SUPPORT_MATTERS) {
      expect([sentence, termsDocument('003').indexOf(sentence) < notIncluded]).toEqual([sentence, isTheirs]);
    }
  });

  it.each([...ODOO_SUPPORT_MATTERS, ...ODOO_SUPPORT_FACTS])('is quoted literally on $name', ({ sentence }) => {
    expect(WITHOUT_LINKS).toContain(sentence);
  });

  it('is reached at the addresses of the terms', () => {
    for (const { name, href } of ODOO_SUPPORT_FACTS) {
      const isLinked = name === 'form' || name === 'blocking' || name === 'success-pack';
      expect([name, href !== null]).toEqual([name, isLinked]);
      if (href !== null) expect(termsDocument('003')).toContain(`<${href}>`);
    }
  });

  it('knows no calls, the oldest first, and one issue per ticket', () => {
    expect(ODOO_SUPPORT_FACTS.map(({ name }) => name)).toEqual([
      'form',
      'no-calls',
      'blocking',
      'account-manager',
      'oldest-first',
      'one-issue',
      'success-pack',
    ]);
  });
});
