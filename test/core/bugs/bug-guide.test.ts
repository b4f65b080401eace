import type { AgreementKind } from '@core/billing/agreement';
import type { Verdict } from '@core/billing/kind-of-work';
import { type BugCircumstances, type BugVerdict, nextBugStep } from '@core/bugs/bug-guide';
import { CODE_STACK, type CodePart, codePartSchema, REPORT_LINKS } from '@core/bugs/code-stack';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

function customer(...kinds: AgreementKind[]): BugCircumstances {
  return {
    agreements: kinds.map((kind) => ({ kind, terms: 'current' })),
    services: [],
    day: '2026-11-23',
    portalAddress: 'https://portal.example/my/tickets',
    repositoryAddress: 'https://git.example/localisation',
    vendorAddress: null,
  };
}

function verdictOn(codePart: CodePart, circumstances = customer('on-demand')): BugVerdict {
  const step = nextBugStep({ codePart, isReproducedOnStandardData: true }, circumstances);
  if (step.kind !== 'verdict') throw new Error(`No verdict: ${step.kind}`);
  return step.verdict;
}

function chargesOf(codePart: CodePart, agreement: AgreementKind): (readonly [string, Verdict])[] {
  return verdictOn(codePart, customer(agreement)).ourWork.map(
    ({ kindOfWork, coverage }) => [kindOfWork, coverage.verdict] as const,
  );
}

describe('the questions of the guide', () => {
  it('are first which part of the code it is, then whether it reproduces with standard data', () => {
    expect(nextBugStep({}, customer())).toEqual({ kind: 'ask-code-part' });
    expect(nextBugStep({ codePart: 'odoo-enterprise' }, customer())).toEqual({
      kind: 'ask-reproduction',
      codePart: 'odoo-enterprise',
    });
  });

  it('leave out standard data for the customer’s own code, and ask it for every other part', () => {
    for (const codePart of codePartSchema.options) {
      expect([codePart, nextBugStep({ codePart }, customer()).kind]).toEqual([
        codePart,
        codePart === 'customer-code' ? 'verdict' : 'ask-reproduction',
      ]);
    }
  });

  it('end without an owner when it does not: "Demonstrate that the "bug" can be reproduced with standard data"', () => {
    const step = nextBugStep({ codePart: 'odoo-community', isReproducedOnStandardData: false }, customer('patch'));
    expect(step).toMatchObject({
      kind: 'look-closer',
      sentence: 'Demonstrate that the "bug" can be reproduced with standard data',
      ourWork: { kindOfWork: 'bug-analysis', coverage: { verdict: 'chargeable' } },
    });
  });
});

describe('whose bug it is', () => {
  it.each<[CodePart, string, string]>([
    ['odoo-community', 'odoo-sa-and-oca', 'owned and supported by Odoo SA and OCA/developers'],
    ['odoo-enterprise', 'odoo-sa', 'owned and supported by Odoo SA'],
    ['third-party-app', 'vendor', 'owned and supported by 3rd party developers'],
    ['own-localisation', 'us', 'owned and supported by Linserv AB'],
    ['customer-code', 'customer', 'owned by your company'],
  ])('in %s: %s, "%s"', (codePart, owner, sentence) => {
    expect(verdictOn(codePart).owner).toBe(owner);
    expect(verdictOn(codePart).ownerSentence.endsWith(sentence)).toBe(true);
  });

  it.each<[CodePart, [string, string | null][]]>([
    [
      'odoo-community',
      [
        ['runbot', 'https://runbot.odoo.com/'],
        ['odoo-help', 'https://www.odoo.com/help'],
      ],
    ],
    [
      'odoo-enterprise',
      [
        ['runbot', 'https://runbot.odoo.com/'],
        ['odoo-help', 'https://www.odoo.com/help'],
      ],
    ],
    [
      'third-party-app',
      [
        ['vendor', null],
        ['odoo-help', 'https://www.odoo.com/help'],
      ],
    ],
    [
      'own-localisation',
      [
        ['our-repository', 'https://git.example/localisation'],
        ['our-portal', 'https://portal.example/my/tickets'],
      ],
    ],
    ['customer-code', [['our-portal', 'https://portal.example/my/tickets']]],
  ])('a fault in %s is reported to %j', (codePart, places) => {
    expect(verdictOn(codePart).reportTo.map(({ place, href }) => [place, href])).toEqual(places);
  });

  it.each<[CodePart, string[]]>([
    ['odoo-community', ['reproduced-on-runbot', 'detailed-examples']],
    ['odoo-enterprise', ['reproduced-on-runbot', 'detailed-examples']],
    ['third-party-app', ['reproduced-on-standard-data', 'detailed-examples', 'module-and-version']],
    ['own-localisation', ['reproduced-on-standard-data', 'detailed-examples']],
    ['customer-code', ['detailed-examples', 'module-and-version']],
  ])('needs in %s as evidence %j: "send detailed examples"', (codePart, evidence) => {
    expect(verdictOn(codePart).evidence).toEqual(evidence);
  });

  it('shows for an app of others both sentences: its developers support it, and bugs go to Odoo', () => {
    expect(verdictOn('third-party-app').reportSentences).toEqual([
      '3rd party apps (from App Store) - owned and supported by 3rd party developers',
      'If you find a bug in the Odoo code or any 3rd party app:',
      'Register the error/bug with the Odoo support team',
    ]);
  });

  it('leaves the installation to the customer: "You the customer … are responsible to update your system"', () => {
    for (const codePart of codePartSchema.options) {
      const { installedBy, installationSentence } = verdictOn(codePart);
      expect(installedBy).toBe('customer');
      expect(termsDocument('001')).toContain(installationSentence);
    }
  });

  it('quotes the terms literally, and links where they do', () => {
    for (const { sentence, reportSentences } of Object.values(CODE_STACK)) {
      for (const quoted of [sentence, ...reportSentences]) expect(termsDocument('001')).toContain(quoted);
    }
    for (const link of Object.values(REPORT_LINKS)) expect(termsDocument('001')).toContain(link);
  });
});

describe('our own work on a fault', () => {
  it('in Odoo’s code is charged without maintenance and support, a regular patch only without a patch agreement', () => {
    expect(chargesOf('odoo-enterprise', 'on-demand')).toEqual([
      ['bug-analysis', 'chargeable'],
      ['fix-in-regular-patch', 'chargeable'],
      ['fix-outside-regular-patch', 'chargeable'],
    ]);
    expect(chargesOf('odoo-community', 'patch')).toEqual([
      ['bug-analysis', 'chargeable'],
      ['fix-in-regular-patch', 'included'],
      ['fix-outside-regular-patch', 'chargeable'],
    ]);
    expect(chargesOf('odoo-enterprise', 'maintenance-and-support').map(([, verdict]) => verdict)).toEqual([
      'included',
      'included',
      'included',
    ]);
  });

  it('in our own localisation is never charged: "a fix in our next patch at no additional charge"', () => {
    expect(chargesOf('own-localisation', 'on-demand')).toEqual([['own-localisation-fix', 'included']]);
  });

  it('in others’ code is charged, or included where the agreement covers the module', () => {
    for (const codePart of ['third-party-app', 'customer-code'] as const) {
      expect(chargesOf(codePart, 'patch')).toEqual([
        ['bug-analysis', 'chargeable'],
        ['customer-or-third-party-code-fix', 'chargeable'],
      ]);
      const [, fix] = verdictOn(codePart, customer('maintenance-and-support')).ourWork;
      expect(fix?.coverage).toMatchObject({ verdict: 'included', condition: 'if-module-covered' });
    }
  });

  it('is undecided for a customer without agreement', () => {
    expect(verdictOn('odoo-enterprise', customer()).ourWork[0]?.coverage.reason).toBe('no-agreement');
  });
});
