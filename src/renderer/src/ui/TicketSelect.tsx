import { type TicketId, ticketIdSchema } from '@core/ids';
import type { QueueView } from '@ipc/views';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queueQuery } from '../api/queries';

interface TicketSelectProps {
  /** Shown above the field; without it the field is named by it all the same. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly value: TicketId | null;
  readonly error?: ReactNode;
  /** A ticket that makes no sense here: the one the time is on already. */
  readonly without?: TicketId | null;
  readonly onChange: (ticketId: TicketId) => void;
  readonly className?: string;
  readonly hasFocusFirst?: boolean;
  readonly testId?: string;
}

/** Any ticket, found by number, title or customer. */
export function TicketSelect(props: TicketSelectProps) {
  const { label, isLabelHidden = false, value, error, without = null, onChange, className, testId } = props;
  const { t } = useTranslation();
  const rows = useQuery({ ...queueQuery('all', ''), select: selectRows }).data;
  const data = useMemo(
    () =>
      (rows ?? [])
        .filter(({ id }) => id !== without)
        .map(({ id, number, title, customerName }) => ({
          value: id,
          label: `${number} ${title} · ${customerName ?? t('noCustomer')}`,
        })),
    [rows, without, t],
  );
  return (
    <Select
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={t('ticketSelect.placeholder')}
      nothingFoundMessage={t('ticketSelect.nothing')}
      data={data}
      value={value}
      error={error}
      onChange={(chosen) => {
        const ticketId = ticketIdSchema.safeParse(chosen);
        if (ticketId.success) onChange(ticketId.data);
      }}
      searchable
      selectFirstOptionOnChange
      allowDeselect={false}
      limit={100}
      maxDropdownHeight={280}
      {...(className === undefined ? {} : { className })}
      {...(props.hasFocusFirst === true ? { 'data-autofocus': true, ref: focusOnce, openOnFocus: false } : {})}
      data-testid={testId}
    />
  );
}

function selectRows({ rows }: QueueView) {
  return rows;
}

function focusOnce(element: HTMLInputElement | null) {
  element?.focus();
}
