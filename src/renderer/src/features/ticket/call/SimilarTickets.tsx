import type { CustomerId } from '@core/ids';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { queryKeys } from '../../../api/query-keys';
import { classNames } from '../../../ui/class-names';
import { useFormat } from '../../../ui/use-format';
import styles from './SimilarTickets.module.css';

const cx = classNames(styles);

/** Asked when somebody pauses, not at every letter. */
const REST_MS = 200;

interface SimilarTicketsProps {
  readonly customerId: CustomerId;
  readonly title: string;
  readonly onOpen: (ticket: { ticketId: string; number: string }) => void;
}

/** What the same customer has asked that could be the same matter, with the way to it. */
export function SimilarTickets({ customerId, title, onOpen }: SimilarTicketsProps) {
  const { t } = useTranslation(['ticket', 'common']);
  const format = useFormat();
  const [rested] = useDebouncedValue(title.trim(), REST_MS);
  const similar = useQuery({
    queryKey: queryKeys.similar(customerId, rested),
    queryFn: () => call('ticket:similar', { customerId, title: rested }),
    enabled: rested !== '',
    placeholderData: keepPreviousData,
  });
  const tickets = similar.data?.tickets ?? [];
  return (
    <div aria-live="polite" data-testid="similar-tickets">
      {rested !== '' && tickets.length > 0 && (
        <div className={cx('box')}>
          <p className={cx('lead')}>
            <IconCopy size={16} stroke={1.75} aria-hidden />
            {t('ticket:register.similar')}
          </p>
          <ul className={cx('list')}>
            {tickets.map(({ id, number, title: theirs, state, registeredAt }) => (
              <li key={id}>
                <button type="button" className={cx('ticket')} onClick={() => onOpen({ ticketId: id, number })}>
                  {number} {theirs}
                </button>
                <span className={cx('quiet')}>
                  {t(`common:ticketState.${state}`)} · {format.dayTime(registeredAt)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
