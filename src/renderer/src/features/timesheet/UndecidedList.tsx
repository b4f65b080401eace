import type { UndecidedView } from '@ipc/timesheet-views';
import { UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { formatMinutes } from '../../ui/format';
import { UnknownAnswer } from '../../ui/UnknownAnswer';
import { keyOfQuestion, minutesOfQuestion } from '../../ui/unknown-question';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import styles from './UndecidedList.module.css';

const cx = classNames(styles);

/** Time nobody has decided about, of whatever day, oldest first. It waits; it is never charged before it is answered. */
export const UndecidedList = memo(function UndecidedList({
  undecided,
}: {
  readonly undecided: readonly UndecidedView[];
}) {
  const { t } = useTranslation(['timesheet', 'unknown']);
  const format = useFormat();
  const { openTicket } = useWorkbenchActions();
  if (undecided.length === 0) return null;
  return (
    <section className={cx('undecided')} aria-label={t('timesheet:undecided.label')} data-testid="undecided">
      <p className={cx('heading')}>
        <IconHelpCircle size={16} stroke={1.75} aria-hidden />
        <strong>{t('timesheet:undecided.title', { count: undecided.length })}</strong>
        {t('timesheet:undecided.help')}
      </p>
      <ul className={cx('list')}>
        {undecided.map((question) => (
          <li key={keyOfQuestion(question)} className={cx('question')} data-cause={question.cause}>
            <span className={cx('when')}>{format.spanOfTime(question.from, question.until)}</span>
            <span className={cx('time')}>{formatMinutes(minutesOfQuestion(question))}</span>
            <span className={cx('words')}>
              <UnstyledButton
                className={cx('ticket')}
                onClick={() => openTicket(question.ticketId, { focus: true })}
                title={question.ticketTitle}
              >
                <strong>{question.ticketNumber}</strong> {question.ticketTitle}
              </UnstyledButton>
              <span className={cx('cause')}>{t(`unknown:cause.${question.cause}`)}</span>
            </span>
            <UnknownAnswer question={question} />
          </li>
        ))}
      </ul>
    </section>
  );
});
