import { type TicketId, ticketIdSchema } from '@core/ids';
import type { QueueView } from '@ipc/views';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { queueQuery } from '../../api/queries';

interface TicketSelectProps {
  readonly value: TicketId | null;
  readonly error: string | null;
  readonly onChange: (ticketId: TicketId) => void;
}

/** Which ticket the picture belongs to: any of them, found by number, title or customer. */
export function TicketSelect({ value, error, onChange }: TicketSelectProps) {
  const { t } = useTranslation(['capture', 'common']);
  const rows = useQuery({ ...queueQuery('all', ''), select: selectRows }).data;
  const data = useMemo(
    () =>
      (rows ?? []).map(({ id, number, title, customerName }) => ({
        value: id,
        label: `${number} ${title} · ${customerName ?? t('common:noCustomer')}`,
      })),
    [rows, t],
  );
  return (
    <Select
      label={t('capture:details.ticket')}
      placeholder={t('capture:details.ticketPlaceholder')}
      nothingFoundMessage={t('capture:details.ticketNothing')}
      data={data}
      value={value}
      error={error}
      onChange={(chosen) => {
        const ticketId = ticketIdSchema.safeParse(chosen);
        if (ticketId.success) onChange(ticketId.data);
      }}
      searchable
      allowDeselect={false}
      limit={100}
      maxDropdownHeight={280}
      data-testid="capture-ticket"
    />
  );
}

function selectRows({ rows }: QueueView) {
  return rows;
}
