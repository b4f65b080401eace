import { CANCELLATION_SENTENCE, standingOfCancellation } from '@core/billing/test-copies';
import type { TicketId } from '@core/ids';
import type { TestCopyView } from '@ipc/details-views';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import { EditOrDelete } from '../../../ui/EditOrDelete';
import { useFormat } from '../../../ui/use-format';
import { useWorkbenchActions } from '../../../ui/workbench-actions';
import { CancellationText } from './CancellationText';
import { CoverageVerdict } from './CoverageVerdict';
import styles from './details.module.css';

const cx = classNames(styles);

interface TestCopyRowProps {
  readonly copy: TestCopyView;
  /** The ticket it is shown on. */
  readonly ticketId: TicketId;
  readonly today: string;
  readonly isDeleting: boolean;
  readonly onEdit: () => void;
  readonly onCancelled: () => void;
  readonly onDelete: () => void;
}

/** A test copy: its number in the year, when, for which ticket, and what is said of its charge. */
export function TestCopyRow({ copy, ticketId, today, isDeleting, onEdit, onCancelled, onDelete }: TestCopyRowProps) {
  const { t } = useTranslation('details');
  const format = useFormat();
  const { openTicket } = useWorkbenchActions();
  const { date, numberInYear, cancelled, coverage } = copy;
  const shownDate = format.calendarDate(date);
  const other = copy.ticketId === ticketId ? null : copy.ticketId;
  return (
    <>
      <div className={cx('copy')}>
        <span>
          <strong>{numberInYear === null ? t('testCopies.noNumber') : t('testCopies.number', { numberInYear })}</strong>{' '}
          · {shownDate}
          {cancelled === null && date > today && <span className={cx('quiet')}> · {t('testCopies.planned')}</span>}
          {copy.ticketId === ticketId && <span className={cx('quiet')}> · {t('testCopies.thisTicket')}</span>}
          {other !== null && (
            <>
              {' · '}
              <button type="button" className={cx('link')} onClick={() => openTicket(other)}>
                {copy.ticketNumber}
              </button>
            </>
          )}
        </span>
        <span className={cx('copyActions')}>
          {cancelled === null && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('testCopies.cancelOf', { date: shownDate })}
              onClick={onCancelled}
            >
              {t('testCopies.cancel')}
            </Button>
          )}
          <EditOrDelete
            editLabel={t('testCopies.editOf', { date: shownDate })}
            deleteLabel={t('testCopies.deleteOf', { date: shownDate })}
            isDeleting={isDeleting}
            onEdit={onEdit}
            onDelete={onDelete}
          />
        </span>
      </div>
      {cancelled !== null && <CancellationText date={date} cancelled={cancelled} />}
      <CoverageVerdict coverage={coverage} />
      {cancelled !== null && standingOfCancellation(copy) !== 'in-time' && (
        <p className={cx('quote')}>
          <q lang="sv">{CANCELLATION_SENTENCE}</q> [002]
        </p>
      )}
    </>
  );
}
