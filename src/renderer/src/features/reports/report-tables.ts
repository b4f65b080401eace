import type { ReportCell, ReportTable } from '@core/reports/report-document';
import type { HoursReportView, HoursSumView, StandingReportView } from '@ipc/requests/reports';
import type { TFunction } from 'i18next';
import type { useFormat } from '../../ui/use-format';

/** What hours are added up by. */
export const GROUPINGS = ['time', 'customer', 'kindOfWork', 'coverage'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** A sum with the name of what it is the sum of. */
export interface NamedHours extends HoursSumView {
  readonly name: string;
}

export type Translate = TFunction<['reports', 'common']>;
export type Format = ReturnType<typeof useFormat>;

/** The sums of a grouping with their names, as a person reads them. */
export function namedHours(
  report: HoursReportView,
  grouping: Grouping,
  t: Translate,
  format: Format,
): readonly NamedHours[] {
  switch (grouping) {
    case 'time': {
      const { unit, rows } = report.byTime;
      const nameOf = unit === 'day' ? format.shortDay : format.month;
      return rows.map((row) => ({ ...row, name: nameOf(row.key) }));
    }
    case 'customer':
      return report.byCustomer.map((row) => ({ ...row, name: row.name ?? t('reports:noCustomer') }));
    case 'kindOfWork':
      return report.byKindOfWork.map((row) => ({ ...row, name: t(`common:kindOfWork.${row.key}`) }));
    case 'coverage':
      return report.byCoverage.map((row) => ({ ...row, name: t(`common:verdict.${row.key}`) }));
  }
}

/** The table of the hours by one thing. Days and months without work are left out: the chart shows that they are empty. */
export function hoursTable(report: HoursReportView, grouping: Grouping, t: Translate, format: Format): ReportTable {
  const cells = (name: string, sum: HoursSumView): ReportCell[] => [
    name,
    sum.workedSeconds,
    sum.chargedMinutes,
    sum.secondsByVerdict.included,
    sum.secondsByVerdict['not-charged'],
    sum.secondsByVerdict.undecided,
    sum.ticketCount,
    sum.lineCount,
  ];
  return {
    title: t(`reports:hours.${grouping}`),
    note: grouping === 'time' ? t('reports:hours.note') : '',
    columns: [
      { header: t(`reports:column.${grouping}`), kind: 'text' },
      { header: t('reports:column.worked'), kind: 'seconds' },
      { header: t('reports:column.charged'), kind: 'minutes' },
      { header: t('common:verdict.included'), kind: 'seconds' },
      { header: t('common:verdict.not-charged'), kind: 'seconds' },
      { header: t('common:verdict.undecided'), kind: 'seconds' },
      { header: t('reports:column.tickets'), kind: 'count' },
      { header: t('reports:column.lines'), kind: 'count' },
    ],
    rows: namedHours(report, grouping, t, format)
      .filter(({ lineCount }) => lineCount > 0)
      .map((row) => cells(row.name, row)),
    sums: cells(t('reports:sum'), report.sum),
  };
}

/** The tables of what stands now: time that waits for approval, and the packs where there are any. */
export function standingTables({ unapproved, packs }: StandingReportView, t: Translate, format: Format): ReportTable[] {
  return [
    {
      title: t('reports:unapproved.title'),
      note: t('reports:unapproved.note'),
      columns: [
        { header: t('reports:column.ticket'), kind: 'text' },
        { header: t('reports:column.customer'), kind: 'text' },
        { header: t('reports:column.since'), kind: 'date' },
        { header: t('reports:column.waits'), kind: 'seconds' },
      ],
      rows: unapproved.map(({ number, title, customerName, since, unapprovedSeconds }) => [
        `${number} ${title}`,
        customerName ?? t('common:noCustomer'),
        format.calendarDate(since),
        unapprovedSeconds,
      ]),
      sums: [
        t('reports:sum'),
        null,
        null,
        unapproved.reduce((sum, { unapprovedSeconds }) => sum + unapprovedSeconds, 0),
      ],
    },
    ...(packs.length === 0 ? [] : [packsTable(packs, t, format)]),
  ];
}

/** What is left of the support packs, and for how long. */
function packsTable(packs: StandingReportView['packs'], t: Translate, format: Format): ReportTable {
  const overdrawn = packs.some(({ overdrawnMinutes }) => overdrawnMinutes > 0);
  return {
    title: t('reports:packs.title'),
    note: t('reports:packs.note'),
    columns: [
      { header: t('reports:column.customer'), kind: 'text' },
      { header: t('reports:column.prepaid'), kind: 'minutes' },
      { header: t('reports:column.left'), kind: 'minutes' },
      ...(overdrawn ? [{ header: t('reports:column.overdrawn'), kind: 'minutes' as const }] : []),
      { header: t('reports:column.drawn'), kind: 'minutes' },
      { header: t('reports:column.emptyOn'), kind: 'date' },
    ],
    rows: packs.map((pack) => [
      pack.customerName,
      pack.prepaidMinutes,
      pack.leftMinutes,
      ...(overdrawn ? [pack.overdrawnMinutes] : []),
      pack.drawnLastFourWeeksMinutes,
      lastsUntil(pack, t, format),
    ]),
    sums: null,
  };
}

function lastsUntil(
  { leftMinutes, emptyOn }: StandingReportView['packs'][number],
  t: Translate,
  format: Format,
): string {
  if (leftMinutes === 0) return t('reports:packs.empty');
  return emptyOn === null ? t('reports:packs.notDrawn') : format.calendarDate(emptyOn);
}
