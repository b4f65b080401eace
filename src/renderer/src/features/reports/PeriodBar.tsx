import { type Period, periodKindSchema } from '@core/reports/report-period';
import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './PeriodBar.module.css';
import type { ChosenPeriod, Scope } from './period';

const cx = classNames(styles);

const CHOICES = [...periodKindSchema.options, 'custom'] as const;

interface PeriodBarProps {
  readonly period: ChosenPeriod;
  readonly dates: Period;
  readonly scope: Scope;
  readonly onPeriod: (period: ChosenPeriod) => void;
  readonly onScope: (scope: Scope) => void;
}

/** Which time and whose work the reports are about. */
export function PeriodBar({ period, dates, scope, onPeriod, onScope }: PeriodBarProps) {
  const { t } = useTranslation('reports');
  // A date is only half typed while it is typed: the field is empty then.
  const choose = (changed: Partial<Period>) => {
    const chosen = { ...dates, ...changed };
    if (chosen.from !== '' && chosen.to !== '' && chosen.from <= chosen.to) onPeriod({ kind: 'custom', dates: chosen });
  };
  return (
    <div className={cx('bar')}>
      <Select<(typeof CHOICES)[number]>
        label={t('period.label')}
        data={CHOICES.map((value) => ({ value, label: t(`period.${value}`) }))}
        value={period.kind}
        allowDeselect={false}
        w={180}
        onChange={(kind) => {
          if (kind !== null) onPeriod(kind === 'custom' ? { kind, dates } : { kind });
        }}
      />
      <TextInput
        type="date"
        label={t('period.from')}
        value={dates.from}
        max={dates.to}
        w={140}
        onChange={(event) => choose({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('period.to')}
        value={dates.to}
        min={dates.from}
        w={140}
        onChange={(event) => choose({ to: event.currentTarget.value })}
      />
      <SegmentedControl<Scope>
        aria-label={t('scope.label')}
        value={scope}
        onChange={onScope}
        data={[
          { value: 'mine', label: t('scope.mine') },
          { value: 'everyone', label: t('scope.everyone') },
        ]}
      />
    </div>
  );
}
