import type { TicketId } from '@core/ids';
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { afterwards } from '../../api/afterwards';
import { useCommand } from '../../api/use-command';
import { useWorkbenchActions } from '../../ui/workbench-actions';

/** Merges two chosen tickets: the one that was registered first is proposed as the one that is kept. */
export function MergeChosenButton({ one, other }: { readonly one: TicketId; readonly other: TicketId }) {
  const { t } = useTranslation('links');
  const { mergeTicket } = useWorkbenchActions();
  const preview = useCommand('ticket:merge-preview');
  const merge = () =>
    afterwards(preview.mutateAsync({ duplicateId: one, keptId: other }), ({ duplicate, kept }) =>
      duplicate.registeredAt < kept.registeredAt ? mergeTicket(other, one) : mergeTicket(one, other),
    );
  return (
    <Button
      variant="default"
      leftSection={<IconCopy size={15} stroke={1.75} aria-hidden />}
      disabled={preview.isPending}
      onClick={merge}
    >
      {t('chosen.merge')}
    </Button>
  );
}
