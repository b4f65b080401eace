import type { ReportTable } from '@core/reports/report-document';
import { RESULT_OF_2025 } from '@core/sla/targets';
import type { AttainmentView } from '@ipc/requests/reports';
import type { Format, Translate } from './report-tables';

/** What was attained of each target, with the number of tickets behind each figure. */
export function attainmentTable(attained: readonly AttainmentView[], t: Translate, format: Format): ReportTable {
  return {
    title: t('reports:attainment.title'),
    note: t('reports:attainment.note', { percent: RESULT_OF_2025.percent, days: RESULT_OF_2025.withinWorkingDays }),
    columns: [
      { header: t('reports:column.target'), kind: 'text' },
      { header: t('reports:column.month'), kind: 'text' },
      { header: t('reports:column.line'), kind: 'text' },
      { header: t('reports:column.attained'), kind: 'percent' },
      { header: t('reports:column.goal'), kind: 'percent' },
      { header: t('reports:column.tickets'), kind: 'count' },
      { header: t('reports:column.within'), kind: 'count' },
      { header: t('reports:column.stillOpen'), kind: 'count' },
      { header: t('reports:column.unknown'), kind: 'count' },
    ],
    rows: attained.map(({ target, month, line, percent, goalPercent, count, withinCount, openCount, unknownCount }) => [
      t(`reports:attainment.target.${target}`),
      format.month(month),
      t(`reports:attainment.line.${line}`),
      percent,
      goalPercent,
      count,
      withinCount,
      openCount,
      unknownCount,
    ]),
    sums: null,
  };
}

/** Attained per cent by month, of both lines together, as a chart takes it: a month, and a figure for each target. */
export function attainmentBars(attained: readonly AttainmentView[], format: Format) {
  const months = [...new Set(attained.map(({ month }) => month))].toSorted();
  return months.map((month) => {
    const ofMonth = Map.groupBy(
      attained.filter((one) => one.month === month),
      ({ target }) => target,
    );
    const percents = [...ofMonth].flatMap(([target, lines]) => {
      const count = lines.reduce((sum, one) => sum + one.count, 0);
      const within = lines.reduce((sum, one) => sum + one.withinCount, 0);
      return count === 0 ? [] : [[target, Math.floor((100 * within) / count)] as const];
    });
    return { month: format.month(month), ...Object.fromEntries(percents) };
  });
}
