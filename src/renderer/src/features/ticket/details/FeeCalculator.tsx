import { readClocOutput } from '@core/billing/cloc-output';
import { formatKronor } from '@core/billing/kronor';
import { computeMaintenanceFee } from '@core/billing/maintenance-fee';
import { Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import styles from './details.module.css';

const cx = classNames(styles);

/** What maintenance costs a month by the older Swedish terms, from the figure or the pasted output of Odoo's counter. */
export function FeeCalculator() {
  const { t } = useTranslation('details');
  const format = useFormat();
  const [text, setText] = useState('');
  const read = text.trim() === '' ? null : readClocOutput(text);
  const fee = read?.ok ? computeMaintenanceFee(read.value.linesOfCode) : null;
  return (
    <details className={cx('more')} data-testid="fee-calculator">
      <summary>{t('fee.title')}</summary>
      <div className={cx('fields')}>
        <Title order={3} className={cx('heading')}>
          {t('fee.title')}
        </Title>
        <Textarea
          label={t('fee.label')}
          description={t('fee.help')}
          value={text}
          maxLength={200_000}
          autosize
          minRows={2}
          maxRows={8}
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
          error={read !== null && !read.ok ? t(`fee.problem.${read.failure}`) : undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {fee !== null && (
          <p className={cx('line')} aria-live="polite" data-testid="fee">
            <strong>{t('fee.month', { fee: formatKronor(fee.orePerMonth) })}</strong>{' '}
            {t('fee.how', { lines: format.count(fee.linesOfCode), charged: format.count(fee.chargedLines) })}{' '}
            {t('fee.term', { months: fee.minimumTermMonths, sum: formatKronor(fee.oreOfMinimumTerm) })}
          </p>
        )}
        {read?.ok && read.value.unreadFiles.length > 0 && (
          <p className={cx('warn')}>{t('fee.unread', { count: read.value.unreadFiles.length })}</p>
        )}
        <p className={cx('quote')}>
          <q lang="sv">Kunden alltid ansvara för testning av egna processer och datakvalitet.</q> [002]
        </p>
      </div>
    </details>
  );
}
