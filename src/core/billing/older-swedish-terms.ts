import type { AgreementKind } from './agreement';
import { COVERAGE_TABLE, type CoverageRow, type DecidedVerdict, underAny } from './coverage-table';
import type { KindOfWork } from './kind-of-work';

const COVERED_BY_THE_FEE =
  'Den månatliga underhållsavgift täcker allt arbete som härrör från felkorrigeringar och support problem för alla täckta appar och moduler samt arbetet relaterade till uppgraderingar till nya versioner';
const NOT_COVERED_BY_THE_FEE =
  'Underhållsavgift täcker inte tid eller material relaterat till, utbildning av slutanvändare, implementering av ny funktionalitet eller appar, tillägg av nya företag och / eller användare, ändringar av kunddata eller dataimport, skapande av nya instanser eller dataöverföring till nya instanser. Dessa tjänster debiteras separat och utöver maintenance och driftavtal.';

type Verdicts = CoverageRow['verdicts'];

function row(kindOfWork: KindOfWork, verdicts: Verdicts, sentence: string, rest: Partial<CoverageRow> = {}) {
  return { kindOfWork, verdicts, document: '002', sentence, ...rest } as const satisfies CoverageRow;
}

const BY_THE_HOUR = { 'on-demand': 'chargeable', 'support-pack': 'chargeable' } as const;
const BY_MAINTENANCE = { 'maintenance-and-support': 'included' } as const;
const BY_PATCH = { patch: 'included' } as const;

/**
 * What 002 says itself. Its *Drift och patch* is taken for the patch agreement, and a fault in standard code for a fault
 * of a covered module: our reading.
 */
const OWN_ROWS: readonly CoverageRow[] = [
  row('general-user-support', underAny('always-separate'), 'End user support och stöd för applikationer, program mm'),
  row('technical-support', BY_THE_HOUR, 'Fast pristillägg i annat fall kostnader för tjänster faktureras löpande.'),
  row('technical-support', BY_PATCH, 'Tekniska/information frågor från kundens IT avdelning (ej Odoo funktioner)'),
  row('fix-in-regular-patch', BY_THE_HOUR, 'Fast pristillägg i annat fall kostnader för tjänster faktureras löpande.'),
  row('fix-in-regular-patch', BY_PATCH, 'Paketering och installation av patchar (månadspatch och säkerhetspatch)'),
  row('bug-analysis', BY_MAINTENANCE, COVERED_BY_THE_FEE, { condition: 'if-module-covered' }),
  row('fix-outside-regular-patch', BY_MAINTENANCE, COVERED_BY_THE_FEE, { condition: 'if-module-covered' }),
  row('customer-or-third-party-code-fix', BY_MAINTENANCE, COVERED_BY_THE_FEE, { condition: 'if-module-covered' }),
  row('version-upgrade', BY_MAINTENANCE, COVERED_BY_THE_FEE, { condition: 'first-year-by-agreement' }),
  row(
    'architecture-change',
    underAny('always-separate'),
    'Ändringar i arkitektur eller konfiguration som krävs av kunden',
  ),
  row(
    'configuration-change',
    underAny('always-separate'),
    'Ändringar i arkitektur eller konfiguration som krävs av kunden',
  ),
  row(
    'configuration-outside-pool',
    underAny('always-separate'),
    'Support för mail konfiguration [externt till Linserv SMTP servrar]',
  ),
  row('database-correction', underAny('always-separate'), NOT_COVERED_BY_THE_FEE),
  row('data-import-export', underAny('always-separate'), NOT_COVERED_BY_THE_FEE),
  row('new-functionality', underAny('always-separate'), NOT_COVERED_BY_THE_FEE),
  row('restore-or-new-instance', underAny('always-separate'), NOT_COVERED_BY_THE_FEE),
];

/** The row without the agreements of which 002 speaks itself; nothing where that leaves none. */
function whereOlderTermsAreSilent(current: CoverageRow): CoverageRow[] {
  const said = OWN_ROWS.filter(({ kindOfWork }) => kindOfWork === current.kindOfWork);
  const says = (agreement: string) => said.some(({ verdicts }) => Object.hasOwn(verdicts, agreement));
  // What is said of the patch agreement is said of the one that includes it.
  const isSaid = (agreement: string) => says(agreement) || (agreement === 'maintenance-and-support' && says('patch'));
  const verdicts: Partial<Record<AgreementKind, DecidedVerdict>> = Object.fromEntries(
    Object.entries(current.verdicts).filter(([agreement]) => !isSaid(agreement)),
  );
  return Object.keys(verdicts).length === 0 ? [] : [{ ...current, verdicts }];
}

/**
 * The sentences that decide for those who signed under the older Swedish terms: those of 002, and of the others what 002 is
 * silent about, which is our reading. Source: 002, "TJÄNSTER SOM ALLTID FAKTURERAS SEPARAT", "ODOO MAINTENANCE AND SUPPORT".
 */
export const OLDER_SWEDISH_TABLE: readonly CoverageRow[] = [
  ...OWN_ROWS,
  ...COVERAGE_TABLE.flatMap(whereOlderTermsAreSilent),
];
