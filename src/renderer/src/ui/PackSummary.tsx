import type { PacksView } from '@ipc/limit-views';
import { type Icon, IconAlertOctagon, IconAlertTriangle, IconPackage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import { formatMinutes } from './format';
import styles from './PackSummary.module.css';
import { type PackLevel, planPacks } from './pack-plan';
import { useFormat } from './use-format';

const cx = classNames(styles);

const ICONS = {
  enough: IconPackage,
  low: IconAlertTriangle,
  empty: IconAlertOctagon,
} as const satisfies Record<PackLevel, Icon>;

/** What is left of a customer's prepaid hours, and how long that lasts. Colour is never the only signal. */
export function PackSummary({ packs }: { readonly packs: PacksView }) {
  const { t } = useTranslation('limit');
  const format = useFormat();
  const plan = planPacks(packs);
  const LevelIcon = ICONS[plan.level];
  const left = t('pack.left', { left: formatMinutes(packs.leftMinutes), prepaid: formatMinutes(packs.prepaidMinutes) });
  const over = packs.overdrawnMinutes > 0 ? t('pack.overdrawn', { over: formatMinutes(packs.overdrawnMinutes) }) : null;
  const forecast = forecastOf();

  function forecastOf(): string | null {
    if (plan.level === 'empty') return null;
    if (packs.emptyOn === null || packs.drawnLastFourWeeksMinutes === 0) return t('pack.notDrawn');
    return t('pack.lasts', {
      drawn: formatMinutes(packs.drawnLastFourWeeksMinutes),
      date: format.calendarDate(packs.emptyOn),
    });
  }

  return (
    <div data-testid="packs">
      <div className={cx('line', plan.level)}>
        {/* biome-ignore lint/a11y/useSemanticElements: the browser's own meter cannot be drawn as the others are */}
        <div
          className={cx('bar')}
          role="meter"
          aria-label={t('pack.name', { customer: packs.customerName })}
          aria-valuemin={0}
          aria-valuemax={packs.prepaidMinutes}
          aria-valuenow={packs.prepaidMinutes - packs.leftMinutes}
          aria-valuetext={left}
        >
          <div className={cx('used')} style={{ width: `${plan.usedPercent}%` }} />
        </div>
        <span className={cx('text')}>
          <LevelIcon size={15} stroke={1.75} aria-hidden />
          <span>
            {left}
            {over !== null && ` · ${over}`}
          </span>
          {plan.level !== 'enough' && <span className={cx('level')}>{t(`pack.${plan.level}`)}</span>}
        </span>
      </div>
      {plan.level !== 'enough' && (
        <p className={cx('advice')}>{t(plan.level === 'empty' ? 'pack.emptyAdvice' : 'pack.lowAdvice')}</p>
      )}
      <p className={cx('minor')}>
        {forecast !== null && `${forecast} `}
        {t('pack.counts')}
      </p>
    </div>
  );
}
