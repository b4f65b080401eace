import type { TimesheetLineId } from '@core/ids';
import type { LineView, TimesheetDayView } from '@ipc/timesheet-views';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { SyncIcon } from '../../../ui/SyncMark';
import { useFormat } from '../../../ui/use-format';
import { formatWorked, useLineWords } from '../line-words';
import { VerdictIcon } from '../VerdictIcon';
import styles from './UntimedStrip.module.css';

const cx = classNames(styles);

interface UntimedStripProps {
  readonly days: readonly TimesheetDayView[];
  readonly chosenIds: ReadonlySet<TimesheetLineId>;
  readonly tabStopId: TimesheetLineId | null;
}

/** Lines of which only the length is known: they have a day, but no place on it. */
export const UntimedStrip = memo(function UntimedStrip({ days, chosenIds, tabStopId }: UntimedStripProps) {
  const { t } = useTranslation('timesheet');
  const format = useFormat();
  return (
    <section className={cx('strip')} aria-label={t('withoutClock')} data-testid="untimed-strip">
      <p className={cx('label')}>{t('withoutClock')}</p>
      <div className={cx('days')}>
        {days.map(({ date, lines }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a column of a grid
          <div key={date} role="group" aria-label={format.weekdayDate(date)} className={cx('day')}>
            {lines
              .filter(({ intervals }) => intervals.length === 0)
              .map((line) => (
                <UntimedLine
                  key={line.id}
                  line={line}
                  isChosen={chosenIds.has(line.id)}
                  isTabStop={line.id === tabStopId}
                />
              ))}
          </div>
        ))}
      </div>
    </section>
  );
});

interface UntimedLineProps {
  readonly line: LineView;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
}

const UntimedLine = memo(function UntimedLine({ line, isChosen, isTabStop }: UntimedLineProps) {
  const words = useLineWords();
  return (
    <button
      type="button"
      className={cx('line', line.heldSeconds > 0 && 'held', isChosen && 'chosen')}
      title={words.whole(line)}
      aria-pressed={isChosen}
      tabIndex={isTabStop ? 0 : -1}
      data-line-id={line.id}
    >
      <VerdictIcon verdict={line.verdict} />
      <span className={cx('clip')}>
        <strong>{words.subject(line)}</strong> {formatWorked(line.workedSeconds)}
      </span>{' '}
      <span className={cx('unseen')}>{words.unseen(line)}</span>
      <SyncIcon state={line.sync} />
    </button>
  );
});
