import type { ScreenshotId, TicketId } from '@core/ids';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { ticketQuery } from '../../../api/queries';
import { useCommand } from '../../../api/use-command';
import { showUndoNotice } from '../../../ui/undo-notice';
import { screenshotKey } from '../screenshot-query';

/** Puts a draft on a ticket, with a notice that takes it back. */
export function useFileDraft() {
  const { t } = useTranslation('capture');
  const queryClient = useQueryClient();
  const file = useCommand('screenshot:file');
  return (screenshotId: ScreenshotId, ticketId: TicketId) =>
    file.mutate(
      { screenshotId, ticketId },
      {
        onSuccess: async () => {
          await queryClient.invalidateQueries({ queryKey: screenshotKey(screenshotId) });
          const { number } = await queryClient.fetchQuery(ticketQuery(ticketId));
          showUndoNotice({
            topic: 'draft',
            message: t('unfiled.filed', { number }),
            onUndo: () => void call('screenshot:file', { screenshotId, ticketId: null }),
          });
        },
      },
    );
}
