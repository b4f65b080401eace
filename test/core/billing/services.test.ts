import type { KindOfWork } from '@core/billing/kind-of-work';
import { kindOfWorkSchema } from '@core/billing/kind-of-work';
import { type Service, serviceSchema } from '@core/billing/service';
import { includedByService, missingBackups, SERVICES } from '@core/billing/services';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';

describe('the catalogue of services', () => {
  it.each(Object.values(SERVICES))('quotes the terms literally on $name', ({ document, contents, requiresBackup }) => {
    for (const { sentence } of contents) expect(termsDocument(document)).toContain(sentence);
    if (requiresBackup) expect(termsDocument(document)).toContain(requiresBackup.sentence);
  });

  it('has the backups of the terms: "DB 90/48 [var 30:e min 90 dagar]", "FS 90/4 [4 gg/dag veckodagar"', () => {
    expect(SERVICES['backup-database'].backup).toEqual({ daysKept: 90, copiesPerDay: 48 });
    expect(SERVICES['backup-files'].backup).toEqual({ daysKept: 90, copiesPerDay: 4 });
  });
});

describe('the work that a service includes', () => {
  it.each<[Service, KindOfWork[]]>([
    ['odoo-bas', []],
    ['backup-database', []],
    ['backup-files', []],
    ['drift-och-patch', ['technical-support', 'fix-in-regular-patch']],
    ['mail-in-a-box', []],
    ['smart-connect', ['dns']],
  ])('with %s is %j and nothing else', (service, kinds) => {
    const included = kindOfWorkSchema.options.filter((kind) => includedByService(kind, [service]) !== null);
    expect(included).toEqual(kinds);
  });

  it('is said sentence by sentence, and most sentences include none', () => {
    const said = Object.values(SERVICES).flatMap(({ contents }) =>
      contents.flatMap(({ sentence, includesWork }) => (includesWork.length === 0 ? [] : [[sentence, includesWork]])),
    );
    expect(said).toEqual([
      ['Paketering och installation av patchar (månadspatch och säkerhetspatch)', ['fix-in-regular-patch']],
      ['Tekniska/information frågor från kundens IT avdelning (ej Odoo funktioner)', ['technical-support']],
      ['Omstart av systemet (begärt av kund)', ['technical-support']],
      ['DNS hantering (ingår i vår SMART CONNECT tjänst)', ['dns']],
    ]);
  });

  it('is said with the sentence that includes it, whichever of several services it is', () => {
    expect(includedByService('fix-in-regular-patch', ['smart-connect', 'drift-och-patch'])).toEqual({
      document: '002',
      sentence: 'Paketering och installation av patchar (månadspatch och säkerhetspatch)',
    });
    expect(includedByService('technical-support', ['drift-och-patch'])?.sentence).toBe(
      'Tekniska/information frågor från kundens IT avdelning (ej Odoo funktioner)',
    );
    expect(includedByService('dns', [])).toBeNull();
  });
});

describe('Drift och patch', () => {
  it('requires a backup: "Kräver att kunden har minst BU 90/4"', () => {
    expect(missingBackups(['drift-och-patch', 'odoo-bas'])).toEqual([
      {
        service: 'drift-och-patch',
        required: { daysKept: 90, copiesPerDay: 4 },
        sentence: '** Kräver att kunden har minst BU 90/4',
      },
    ]);
  });

  it('is content with any that is made as often and kept as long', () => {
    expect(missingBackups(['drift-och-patch', 'backup-files'])).toEqual([]);
    expect(missingBackups(['backup-database', 'drift-och-patch'])).toEqual([]);
  });

  it('is the only service that requires one', () => {
    for (const service of serviceSchema.options) {
      expect(missingBackups([service])).toHaveLength(service === 'drift-och-patch' ? 1 : 0);
    }
  });
});
