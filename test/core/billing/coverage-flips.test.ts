import type { AgreementKind } from '@core/billing/agreement';
import {
  COVERAGE_TABLE,
  type CoverageCondition,
  type CoverageRow,
  type DecidedVerdict,
} from '@core/billing/coverage-table';
import { type TermsVersion, termsVersionSchema } from '@core/billing/held-agreement';
import { kindOfWorkSchema } from '@core/billing/kind-of-work';
import { OLDER_SWEDISH_TABLE } from '@core/billing/older-swedish-terms';
import { addDays } from '@core/time/stockholm-days';
import { describe, expect, it } from 'vitest';
import { termsDocument } from '../terms';
import { COVERAGE_EXPECTATIONS, unmetExpectations } from './coverage-expectations';

const TABLES: Readonly<Record<TermsVersion, readonly CoverageRow[]>> = {
  current: COVERAGE_TABLE,
  'older-swedish': OLDER_SWEDISH_TABLE,
};

const VERDICTS: readonly DecidedVerdict[] = ['chargeable', 'included', 'always-separate', 'not-charged'];
const CONDITIONS: readonly (CoverageCondition | undefined)[] = [
  undefined,
  'if-module-covered',
  'first-year-by-agreement',
  'unless-smart-connect',
];

/** What a row could wrongly say instead: nothing at all, another verdict, other days, another condition. */
function flipsOf(row: CoverageRow): (readonly [what: string, flipped: CoverageRow | null])[] {
  const verdicts = Object.entries(row.verdicts).flatMap(([agreement, right]) =>
    VERDICTS.filter((verdict) => verdict !== right).map(
      (verdict) =>
        [`${agreement} ${verdict}`, { ...row, verdicts: { ...row.verdicts, [agreement]: verdict } }] as const,
    ),
  );
  const withoutAgreement = Object.keys(row.verdicts).map((agreement) => {
    const rest: Partial<Record<AgreementKind, DecidedVerdict>> = Object.fromEntries(
      Object.entries(row.verdicts).filter(([kind]) => kind !== agreement),
    );
    return [`silent on ${agreement}`, { ...row, verdicts: rest }] as const;
  });
  const days = [-1, 1].flatMap((off) => [
    ...(row.validFrom === undefined
      ? []
      : [[`from ${off} day`, { ...row, validFrom: addDays(row.validFrom, off) }] as const]),
    ...(row.validTo === undefined ? [] : [[`to ${off} day`, { ...row, validTo: addDays(row.validTo, off) }] as const]),
  ]);
  const { condition: right, ...unconditional } = row;
  const conditions = CONDITIONS.filter((condition) => condition !== right).map(
    (condition) =>
      [
        `condition ${condition ?? 'none'}`,
        condition === undefined ? unconditional : { ...unconditional, condition },
      ] as const,
  );
  return [['removed', null], ...verdicts, ...withoutAgreement, ...days, ...conditions];
}

describe('the tables of coverage', () => {
  it('meet the expectations about every kind of work, agreement and terms', () => {
    expect(unmetExpectations(TABLES)).toEqual([]);
    expect(new Set(COVERAGE_EXPECTATIONS.map(({ kindOfWork }) => kindOfWork))).toEqual(
      new Set(kindOfWorkSchema.options),
    );
  });

  describe.each(termsVersionSchema.options)('under %s terms', (version) => {
    it.each(TABLES[version])('quote document $document literally about $kindOfWork', ({ document, sentence }) => {
      expect(termsDocument(document)).toContain(sentence.replace(/\s+/gu, ' '));
    });

    it.each(TABLES[version].map((row, index) => ({ row, index, kind: row.kindOfWork })))(
      'fail them as soon as row $index, on $kind, says anything else',
      ({ row, index }) => {
        const unnoticed = flipsOf(row)
          .filter(([, flipped]) => {
            const table = TABLES[version].flatMap((other, place) => (place === index ? (flipped ?? []) : other));
            return unmetExpectations({ ...TABLES, [version]: table }).length === 0;
          })
          .map(([what]) => what);
        expect(unnoticed).toEqual([]);
      },
    );
  });
});
