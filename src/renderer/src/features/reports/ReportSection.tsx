import type { ReportTable } from '@core/reports/report-document';
import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './ReportSection.module.css';
import { ReportTableView } from './ReportTableView';

const cx = classNames(styles);

interface ReportSectionProps {
  readonly table: ReportTable;
  /** What stands between the heading and the table, such as a chart. */
  readonly children?: ReactNode;
}

/** One report: what it is called, what has to be known of it, and its table. */
export function ReportSection({ table, children }: ReportSectionProps) {
  const { t } = useTranslation('reports');
  const headingId = useId();
  return (
    <section className={cx('section')} aria-labelledby={headingId}>
      <Title order={2} size="h3" id={headingId}>
        {table.title}
      </Title>
      {table.note !== '' && (
        <Text size="sm" c="dimmed">
          {table.note}
        </Text>
      )}
      {table.rows.length === 0 ? (
        <Text size="sm">{t('nothing')}</Text>
      ) : (
        <>
          {children}
          <ReportTableView table={table} />
        </>
      )}
    </section>
  );
}
