import type { LineView } from '@ipc/timesheet-views';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { SyncMark } from '../../../ui/SyncMark';
import { formatWorked, useLineWords } from '../line-words';
import { VerdictIcon } from '../VerdictIcon';
import styles from './LineTable.module.css';

const cx = classNames(styles);

interface LineRowProps {
  readonly line: LineView;
  readonly isChosen: boolean;
  readonly isTabStop: boolean;
}

/** One line of the table. Its time is the button that the keyboard walks along. */
export const LineRow = memo(function LineRow({ line, isChosen, isTabStop }: LineRowProps) {
  const { t } = useTranslation(['timesheet', 'ticket', 'common']);
  const words = useLineWords();
  const hours = words.hours(line);
  const held = words.held(line);
  const hasDescription = line.description.trim() !== '';
  const stretches = line.intervals.length;
  return (
    <tr className={cx('line', isChosen && 'chosen')} data-line-id={line.id} data-testid="line-row">
      <td className={cx('when')}>
        <button
          type="button"
          className={cx('stop')}
          aria-pressed={isChosen}
          tabIndex={isTabStop ? 0 : -1}
          data-line-id={line.id}
        >
          {hours === '' ? <span className={cx('dim')}>{t('timesheet:noClock')}</span> : hours}{' '}
          <span className={cx('unseen')}>{words.rest(line)}</span>
        </button>
        {stretches > 1 && <span className={cx('minor')}>{t('timesheet:stretches', { count: stretches })}</span>}
      </td>
      <td className={cx('worked')}>{formatWorked(line.workedSeconds)}</td>
      <td>
        <span className={cx('subject')}>
          <strong>{words.subject(line)}</strong>
          {line.ticketTitle !== null && ` ${line.ticketTitle}`}
          {line.ticketTitle !== null && (
            <span className={cx('dim')}> · {line.customerName ?? t('common:noCustomer')}</span>
          )}
        </span>
        {hasDescription ? (
          <span className={cx('description')}>{line.description}</span>
        ) : (
          <span className={cx('description', 'missing')}>{t('ticket:time.noDescription')}</span>
        )}
      </td>
      <td className={cx('verdict', line.verdict)}>
        <span className={cx('mark')}>
          <VerdictIcon verdict={line.verdict} />
          {words.verdict(line)}
        </span>
        {line.overtimeSeconds > 0 && (
          <span className={cx('minor')}>
            {t('timesheet:overtime.outside', { time: formatWorked(line.overtimeSeconds) })}
          </span>
        )}
      </td>
      <td>
        <SyncMark state={line.sync} label={line.sync === 'held' && held !== '' ? held : words.sync(line)} />
        {held !== '' && line.sync !== 'held' && <span className={cx('minor', 'held')}>{held}</span>}
      </td>
    </tr>
  );
});
