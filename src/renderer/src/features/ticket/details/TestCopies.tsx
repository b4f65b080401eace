import { TEST_COPIES_PER_YEAR } from '@core/billing/test-copies';
import type { CustomerCardView, TestCopyView } from '@ipc/details-views';
import type { TicketView } from '@ipc/ticket-views';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../../ui/class-names';
import styles from './details.module.css';
import { TestCopyForm } from './TestCopyForm';
import { TestCopyRow } from './TestCopyRow';
import { useTestCopies } from './use-test-copies';

const cx = classNames(styles);

interface TestCopiesProps {
  readonly ticket: TicketView;
  readonly card: CustomerCardView;
}

/** What the form is open for: a new copy, one that is changed, or one that the customer cancels. */
type Edited = { readonly id: TestCopyView['id']; readonly isCancelling: boolean } | 'new';

const yearOf = ({ date }: TestCopyView) => date.slice(0, 4);

/** How many of a year's test copies count. */
function useUsedText({ areIncluded, copies }: CustomerCardView['testCopies']) {
  const { t } = useTranslation('details');
  return (year: string) => {
    const count = copies.filter((copy) => yearOf(copy) === year && copy.numberInYear !== null).length;
    return areIncluded
      ? t('testCopies.usedOf', { year, count, most: TEST_COPIES_PER_YEAR })
      : t('testCopies.used', { year, count });
  };
}

/** How many of this year's test copies are used, for where the list is closed. */
export function TestCopySum({ card }: Pick<TestCopiesProps, 'card'>) {
  const { t } = useTranslation('details');
  const usedText = useUsedText(card.testCopies);
  return (
    <>
      {t('testCopies.title')} · {usedText(card.testCopies.today.slice(0, 4))}
    </>
  );
}

/**
 * A customer's test copies, each with its number in the year: those of this year and later, and earlier ones on demand.
 * `isSumSaid`: what is used this year stands above it already.
 */
export function TestCopies({ ticket, card, isSumSaid = false }: TestCopiesProps & { readonly isSumSaid?: boolean }) {
  const { t } = useTranslation('details');
  const { areIncluded, copies, today } = card.testCopies;
  const usedText = useUsedText(card.testCopies);
  const [edited, setEdited] = useState<Edited | null>(null);
  const { write, save, takeAway, isDeleting } = useTestCopies(ticket.id);
  const adder = useRef<HTMLButtonElement>(null);
  const thisYear = today.slice(0, 4);
  const years = [...new Set([thisYear, ...copies.map(yearOf)])].toSorted();
  const earlier = years.filter((year) => year < thisYear).toReversed();

  const open = (what: Edited) => {
    write.reset();
    setEdited(what);
  };
  const close = () => {
    setEdited(null);
    requestAnimationFrame(() => adder.current?.focus());
  };
  const formOf = (copy: TestCopyView | null, isCancelling = false) => (
    <TestCopyForm
      copy={copy}
      isCancelling={isCancelling}
      today={today}
      isPending={write.isPending}
      error={write.error}
      onSave={(said) => {
        const { id = null, ticketId = ticket.id } = copy ?? {};
        save({ id, customerId: card.id, ticketId, ...said }, close);
      }}
      onCancel={close}
    />
  );
  const listOf = (year: string) => (
    <div key={year}>
      {(year !== thisYear || !isSumSaid) && <p className={cx('line')}>{usedText(year)}</p>}
      <ul className={cx('rows')} aria-label={t('testCopies.ofYear', { year })}>
        {copies
          .filter((copy) => yearOf(copy) === year)
          .map((copy) => (
            <li key={copy.id} className={cx('row')} data-testid="test-copy">
              {edited !== null && edited !== 'new' && edited.id === copy.id ? (
                formOf(copy, edited.isCancelling)
              ) : (
                <TestCopyRow
                  copy={copy}
                  ticketId={ticket.id}
                  today={today}
                  isDeleting={isDeleting}
                  onEdit={() => open({ id: copy.id, isCancelling: false })}
                  onCancelled={() => open({ id: copy.id, isCancelling: true })}
                  onDelete={() => takeAway(copy)}
                />
              )}
            </li>
          ))}
      </ul>
    </div>
  );

  return (
    <div className={cx('section')} data-testid="test-copies">
      {!areIncluded && <p className={cx('quote')}>{t('testCopies.notIncluded')}</p>}
      {years.filter((year) => year >= thisYear).map(listOf)}
      {edited === 'new' ? (
        formOf(null)
      ) : (
        <div>
          <Button ref={adder} variant="default" onClick={() => open('new')}>
            {t('testCopies.add')}
          </Button>
        </div>
      )}
      {earlier.length > 0 && (
        <details className={cx('more')}>
          <summary>{t('testCopies.earlier')}</summary>
          {earlier.map(listOf)}
        </details>
      )}
      <p className={cx('quote')}>{t('testCopies.here')}</p>
    </div>
  );
}
