import type { Escalation } from '@core/ticket/ticket';
import { endOf } from '@core/time/interval';
import type { LineView } from '@ipc/timesheet-views';
import { Button, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { formatMinutes } from '../../ui/format';
import { SyncMark } from '../../ui/SyncMark';
import { useFormat } from '../../ui/use-format';
import { LineCoverage } from './LineCoverage';
import { LineEditor } from './LineEditor';
import { LineNotes } from './LineNotes';
import styles from './LineRows.module.css';

const cx = classNames(styles);

interface LineRowsProps {
  readonly line: LineView;
  /** Where an escalation is accepted, overtime is charged unless it is waived. */
  readonly escalation: Escalation['kind'];
}

/** One timesheet line, and below it, when asked for, the sentence behind its verdict or the form that describes it. */
export function LineRows({ line, escalation }: LineRowsProps) {
  const { t } = useTranslation(['ticket', 'common']);
  const format = useFormat();
  const [isExplained, setIsExplained] = useState(false);
  const [isEdited, setIsEdited] = useState(false);
  const sourceId = useId();
  const verdict = t(`common:verdict.${line.verdict}`);
  const canEdit = line.origin === 'mine' && line.sync !== 'sent';
  const hasDescription = line.description.trim() !== '';
  const hours = line.intervals
    .map((interval) => `${format.time(interval.startedAt)}–${format.time(endOf(interval))}`)
    .join(', ');

  return (
    <>
      <tr className={cx('line', (isExplained || isEdited) && 'open')}>
        <td className={cx('when')}>
          {format.calendarDate(line.date)}
          {hours !== '' && <span className={cx('minor')}>{hours}</span>}
        </td>
        <td className={cx('worked')}>{formatMinutes(Math.round(line.workedSeconds / 60))}</td>
        <td className={cx('work')}>
          {hasDescription ? (
            <span className={cx('text')}>{line.description}</span>
          ) : (
            <span className={cx('missing')}>{t('ticket:time.noDescription')}</span>
          )}
          <span className={cx('minor')}>
            {line.employeeName} · {t(`common:kindOfWork.${line.kindOfWork}`)}
          </span>
          <LineNotes line={line} escalation={escalation} />
        </td>
        <td>
          <UnstyledButton
            className={cx('verdict', line.verdict)}
            aria-expanded={isExplained}
            aria-controls={isExplained ? sourceId : undefined}
            title={line.verdictSource?.sentence ?? t('ticket:time.noSource')}
            onClick={() => setIsExplained((isShown) => !isShown)}
          >
            {verdict}
            <IconChevronDown size={13} stroke={2} aria-hidden className={cx('chevron')} />
          </UnstyledButton>
        </td>
        <td className={cx('sync')}>
          <SyncMark state={line.sync} label={t(`ticket:time.state.${line.sync}`)} />
          {canEdit && !isEdited && (
            <Button
              variant={hasDescription ? 'subtle' : 'default'}
              size="compact-xs"
              mt={4}
              ml={hasDescription ? -7 : 0}
              onClick={() => setIsEdited(true)}
            >
              {hasDescription ? t('ticket:time.edit') : t('ticket:time.describe')}
            </Button>
          )}
        </td>
      </tr>
      {isExplained && (
        <tr className={cx('more')}>
          <td colSpan={5} id={sourceId}>
            <LineCoverage line={line} />
          </td>
        </tr>
      )}
      {isEdited && (
        <tr className={cx('more')}>
          <td colSpan={5}>
            <LineEditor line={line} onClose={() => setIsEdited(false)} />
          </td>
        </tr>
      )}
    </>
  );
}
