import type { MeterView } from '@ipc/limit-views';
import { Tooltip } from '@mantine/core';
import { IconAlertOctagon, IconAlertTriangle, IconClockExclamation, IconClockHour4 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import styles from './FourHourMeter.module.css';
import { formatLeft, formatSpent } from './format';
import { type MeterLevel, planMeter } from './meter-plan';

const cx = classNames(styles);

const ICONS = {
  calm: IconClockHour4,
  near: IconClockExclamation,
  close: IconClockExclamation,
  last: IconAlertTriangle,
  reached: IconAlertOctagon,
} as const satisfies Record<MeterLevel, unknown>;

interface FourHourMeterProps {
  readonly meter: MeterView;
  /** Names every part of the bar in words below it. */
  readonly withLegend?: boolean;
}

/** The four-hour meter of one ticket. Colour is never the only signal: pattern, icon and words say the same. */
export function FourHourMeter({ meter, withLegend = false }: FourHourMeterProps) {
  const { t } = useTranslation();
  const plan = planMeter(meter);
  const LevelIcon = ICONS[plan.level];
  const spent = t('meter.spent', { spent: formatSpent(meter.countedSeconds), limit: formatSpent(meter.limitSeconds) });
  const left =
    plan.overSeconds >= 60
      ? t('meter.over', { over: formatSpent(plan.overSeconds) })
      : meter.leftSeconds <= 0
        ? t('meter.limitReached')
        : t('meter.left', { left: formatLeft(meter.leftSeconds) });
  const level = plan.level === 'calm' ? null : t(`meter.level.${plan.level}`);
  const showsLevel = level !== null && !(plan.level === 'reached' && plan.overSeconds < 60);
  const parts = plan.segments.map(({ part, seconds }) => ({
    part,
    text: `${t(`meter.part.${part}`)}: ${formatSpent(seconds)}`,
  }));

  return (
    <div className={cx('meter', plan.level)} data-testid="four-hour-meter" data-level={plan.level}>
      <Tooltip label={parts.map(({ text }) => text).join(' · ')} disabled={withLegend || parts.length === 0}>
        {/* biome-ignore lint/a11y/useSemanticElements: the browser's own meter has one value, this one has four parts */}
        <div
          className={cx('bar')}
          role="meter"
          aria-label={t('meter.name')}
          aria-valuemin={0}
          aria-valuemax={Math.max(meter.limitSeconds, meter.countedSeconds)}
          aria-valuenow={meter.countedSeconds}
          aria-valuetext={[`${spent} · ${left}`, ...parts.map(({ text }) => text)].join('. ')}
        >
          {plan.segments.map(({ part, widthPercent }) => (
            <div key={part} className={cx('segment', part)} style={{ width: `${widthPercent}%` }} />
          ))}
          {plan.ticks.map(({ permille, atPercent }) => (
            <div
              key={permille}
              className={cx('tick', permille === 1000 && 'limit')}
              style={{ left: `${atPercent}%` }}
            />
          ))}
        </div>
      </Tooltip>
      <div className={cx('text')}>
        <LevelIcon size={15} stroke={1.75} aria-hidden className={cx('icon')} />
        <span>
          {spent} · <strong>{left}</strong>
        </span>
        {showsLevel && <span className={cx('level')}>{level}</span>}
      </div>
      {withLegend && (
        <ul className={cx('legend')}>
          {parts.map(({ part, text }) => (
            <li key={part}>
              <span className={cx('swatch', part)} aria-hidden />
              {text}
            </li>
          ))}
          {meter.undecidedSeconds > 0 && <li>{t('meter.undecided', { time: formatSpent(meter.undecidedSeconds) })}</li>}
        </ul>
      )}
    </div>
  );
}
