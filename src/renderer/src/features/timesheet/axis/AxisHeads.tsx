import type { TimesheetDayView } from '@ipc/timesheet-views';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import { formatWorked } from '../line-words';
import styles from './AxisHeads.module.css';

const cx = classNames(styles);

interface AxisHeadsProps {
  readonly days: readonly TimesheetDayView[];
  readonly shownDate: string;
  readonly today: string;
  readonly onOpenDay: (date: string) => void;
}

/** The dates above the columns of a week, each of which opens its day. */
export function AxisHeads({ days, shownDate, today, onOpenDay }: AxisHeadsProps) {
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  return (
    <div className={cx('heads')}>
      {days.map(({ date, isWorkingDay, totals }) => {
        const worked = totals.workedSeconds > 0 ? formatWorked(totals.workedSeconds) : t('nothing');
        return (
          <button
            key={date}
            type="button"
            className={cx('head', !isWorkingDay && 'off', date === shownDate && 'shown')}
            title={t('openDay', { day: format.weekdayDate(date) })}
            aria-current={date === shownDate ? 'date' : undefined}
            tabIndex={date === shownDate ? 0 : -1}
            data-day-head={date}
            onClick={() => onOpenDay(date)}
          >
            <span className={cx('date')}>
              {format.dayHead(date)} {date === today && <span className={cx('today')}>{t('todayMark')}</span>}
            </span>{' '}
            <span className={cx('worked')}>{worked}</span>
          </button>
        );
      })}
    </div>
  );
}
