import type { AgreementKind } from './agreement';
import { COVERAGE_TABLE, type CoverageRow, type DecidedVerdict } from './coverage-table';

function underAny(verdict: DecidedVerdict) {
  return { 'on-demand': verdict, 'support-pack': verdict, patch: verdict, 'maintenance-and-support': verdict } as const;
}

const COVERED_BY_MAINTENANCE =
  'Den månatliga underhållsavgift täcker allt arbete som härrör från felkorrigeringar och support problem för alla täckta appar och moduler samt arbetet relaterade till uppgraderingar till nya versioner';
const NOT_COVERED_BY_MAINTENANCE =
  'Underhållsavgift täcker inte tid eller material relaterat till, utbildning av slutanvändare, implementering av ny funktionalitet eller appar, tillägg av nya företag och / eller användare, ändringar av kunddata eller dataimport, skapande av nya instanser eller dataöverföring till nya instanser. Dessa tjänster debiteras separat och utöver maintenance och driftavtal.';
const BY_THE_HOUR_WITHOUT_FIXED_PRICE = 'Fast pristillägg i annat fall kostnader för tjänster faktureras löpande.';
const ARCHITECTURE_OR_CONFIGURATION = 'Ändringar i arkitektur eller konfiguration som krävs av kunden';

/**
 * What 002 says itself. Its *Drift och patch* is taken for the patch agreement, a fault in standard code for a fault of a
 * covered module; both are our reading.
 */
const OWN_ROWS: readonly CoverageRow[] = [
  {
    kindOfWork: 'general-user-support',
    verdicts: underAny('always-separate'),
    document: '002',
    sentence: 'End user support och stöd för applikationer, program mm',
  },
  ...(
    ['bug-analysis', 'fix-in-regular-patch', 'fix-outside-regular-patch', 'customer-or-third-party-code-fix'] as const
  ).map(
    (kindOfWork): CoverageRow => ({
      kindOfWork,
      verdicts: { 'maintenance-and-support': 'included' },
      document: '002',
      sentence: COVERED_BY_MAINTENANCE,
      condition: 'if-module-covered',
    }),
  ),
  {
    kindOfWork: 'version-upgrade',
    verdicts: { 'maintenance-and-support': 'included' },
    document: '002',
    sentence: COVERED_BY_MAINTENANCE,
    condition: 'first-year-by-agreement',
  },
  {
    kindOfWork: 'technical-support',
    verdicts: { 'on-demand': 'chargeable', 'support-pack': 'chargeable' },
    document: '002',
    sentence: BY_THE_HOUR_WITHOUT_FIXED_PRICE,
  },
  {
    kindOfWork: 'technical-support',
    verdicts: { patch: 'included' },
    document: '002',
    sentence: 'Tekniska/information frågor från kundens IT avdelning (ej Odoo funktioner)',
  },
  {
    kindOfWork: 'fix-in-regular-patch',
    verdicts: { 'on-demand': 'chargeable', 'support-pack': 'chargeable' },
    document: '002',
    sentence: BY_THE_HOUR_WITHOUT_FIXED_PRICE,
  },
  {
    kindOfWork: 'fix-in-regular-patch',
    verdicts: { patch: 'included' },
    document: '002',
    sentence: 'Paketering och installation av patchar (månadspatch och säkerhetspatch)',
  },
  ...(['architecture-change', 'configuration-change'] as const).map(
    (kindOfWork): CoverageRow => ({
      kindOfWork,
      verdicts: underAny('always-separate'),
      document: '002',
      sentence: ARCHITECTURE_OR_CONFIGURATION,
    }),
  ),
  {
    kindOfWork: 'configuration-outside-pool',
    verdicts: underAny('always-separate'),
    document: '002',
    sentence: 'Support för mail konfiguration [externt till Linserv SMTP servrar]',
  },
  ...(['database-correction', 'new-functionality', 'data-import-export', 'restore-or-new-instance'] as const).map(
    (kindOfWork): CoverageRow => ({
      kindOfWork,
      verdicts: underAny('always-separate'),
      document: '002',
      sentence: NOT_COVERED_BY_MAINTENANCE,
    }),
  ),
];

function withoutWhatIsSaidOtherwise(row: CoverageRow): CoverageRow[] {
  const said = OWN_ROWS.filter(({ kindOfWork }) => kindOfWork === row.kindOfWork);
  const isSaid = (agreement: string) => said.some(({ verdicts }) => Object.hasOwn(verdicts, agreement));
  const verdicts: Partial<Record<AgreementKind, DecidedVerdict>> = Object.fromEntries(
    Object.entries(row.verdicts).filter(([agreement]) => !isSaid(agreement)),
  );
  return Object.keys(verdicts).length === 0 ? [] : [{ ...row, verdicts }];
}

/**
 * The sentences that decide for who signed under the older Swedish terms: those of 002, and of the others what 002 is
 * silent about. Source: DOMAIN §4, "Customers on the terms of [002] follow [002]'s rows".
 */
export const OLDER_SWEDISH_TABLE: readonly CoverageRow[] = [
  ...OWN_ROWS,
  ...COVERAGE_TABLE.flatMap(withoutWhatIsSaidOtherwise),
];
