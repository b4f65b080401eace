import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import { type AxisRange, percentOfInstant } from '../axis-layout';
import { useNowMinute } from '../use-now';
import styles from './AxisDay.module.css';

const cx = classNames(styles);

/** Where the day is now. It alone is drawn again when a minute has passed. */
export function NowLine({ date, range }: { readonly date: string; readonly range: AxisRange }) {
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  const now = useNowMinute();
  const top = now === undefined ? null : percentOfInstant(date, now, range);
  if (now === undefined || top === null) return null;
  return (
    <div className={cx('now')} style={{ top: `${top}%` }} data-testid="now-line">
      <span className={cx('nowTime')}>{t('now', { time: format.time(now) })}</span>
    </div>
  );
}
