import { stockholmDate } from '@core/time/stockholm';
import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attainmentQuery, clockQuery, hoursReportQuery, standingReportQuery } from '../../api/queries';
import { FailureText } from '../../ui/FailureText';
import { Page } from '../../ui/Page';
import { useFormat } from '../../ui/use-format';
import { AttainmentChart } from './AttainmentChart';
import { ExportMenu } from './ExportMenu';
import { HoursChart } from './HoursChart';
import { PeriodBar } from './PeriodBar';
import { type ChosenPeriod, datesOf, type Scope } from './period';
import { ReportSection } from './ReportSection';
import styles from './ReportsView.module.css';
import { GROUPINGS, type Grouping } from './report-tables';
import { useReportTables } from './use-report-tables';

/** What the recorded work adds up to, and what stands now. */
export function ReportsView() {
  const { t } = useTranslation('reports');
  const now = useQuery(clockQuery).data?.now;
  return (
    <Page title={t('title')} testId="reports-view">
      {now !== undefined && <Reports today={stockholmDate(now)} />}
    </Page>
  );
}

function Reports({ today }: { readonly today: string }) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const [period, setPeriod] = useState<ChosenPeriod>({ kind: 'this-month' });
  const [scope, setScope] = useState<Scope>('mine');
  const [grouping, setGrouping] = useState<Grouping>('time');
  const dates = datesOf(period, today);
  const hours = useQuery(hoursReportQuery(dates.from, dates.to, scope));
  const attainment = useQuery(attainmentQuery(dates.from, dates.to));
  const standing = useQuery(standingReportQuery);
  const tables = useReportTables(hours.data, attainment.data?.attained, standing.data);
  const span = format.dateSpan(dates.from, dates.to);
  return (
    <>
      <PeriodBar period={period} dates={dates} scope={scope} onPeriod={setPeriod} onScope={setScope} />
      <div className={styles['bar']}>
        <SegmentedControl<Grouping>
          aria-label={t('grouping.label')}
          value={grouping}
          onChange={setGrouping}
          data={GROUPINGS.map((value) => ({ value, label: t(`grouping.${value}`) }))}
        />
        <ExportMenu title={t('documentTitle')} subtitle={`${span} · ${t(`scope.${scope}`)}`} tables={tables.all} />
      </div>
      {hours.isError && <FailureText error={hours.error} />}
      {hours.data !== undefined && tables.hours !== null && (
        <ReportSection table={tables.hours[grouping]}>
          <HoursChart report={hours.data} grouping={grouping} />
        </ReportSection>
      )}
      {attainment.isError && <FailureText error={attainment.error} />}
      {attainment.data !== undefined && tables.attainment !== null && (
        <ReportSection table={tables.attainment}>
          <AttainmentChart attained={attainment.data.attained} />
        </ReportSection>
      )}
      {standing.isError && <FailureText error={standing.error} />}
      {tables.standing.map((table) => (
        <ReportSection key={table.title} table={table} />
      ))}
    </>
  );
}
