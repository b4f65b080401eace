import type { PictureRefusal } from '@core/capture/picture-file';
import type { TicketId } from '@core/ids';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { noteActivity } from '../../../api/activity-notes';
import { screenshotKey } from '../screenshot-query';
import { takeInPicture } from './take-in-picture';

/** As long as any other word that something was done. */
const TOLD_MS = 4_000;

/** Takes files in as drafts, one after the other. A single one opens in the editor; of several a notice tells. */
export function useImportPictures() {
  const { t } = useTranslation(['capture', 'common']);
  const [, navigate] = useLocation();
  const queryClient = useQueryClient();

  const refusalText = (name: string, refusal: PictureRefusal) =>
    t(`capture:import.refused.${refusal.kind}`, { name, ...refusal });
  /** One notice for all of it: several would push each other out of sight. */
  const tell = (sentences: readonly string[], isRefusal: boolean) =>
    notifications.show({
      message: sentences.join('\n'),
      style: { whiteSpace: 'pre-line' },
      autoClose: isRefusal ? false : TOLD_MS,
      withBorder: true,
      closeButtonProps: { 'aria-label': t('common:action.dismiss') },
    });

  return async (files: readonly File[], ticketId: TicketId | null): Promise<void> => {
    const ids: string[] = [];
    const refusals: string[] = [];
    for (const file of files) {
      const taken = await takeInPicture(file, ticketId);
      switch (taken.kind) {
        case 'draft':
          queryClient.setQueryData(screenshotKey(taken.screenshot.id), taken.screenshot);
          ids.push(taken.screenshot.id);
          break;
        case 'refused':
          refusals.push(refusalText(file.name, taken.refusal));
          break;
        case 'not-kept':
          refusals.push(t('capture:import.notKept', { name: file.name }));
          break;
      }
    }
    if (ids.length > 0 && ticketId !== null) noteActivity(ticketId, 'captured');
    const added = ids.length > 1 ? [t('capture:import.added', { count: ids.length })] : [];
    if (added.length + refusals.length > 0) tell([...added, ...refusals], refusals.length > 0);
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) navigate(`/capture/${only}`);
    else if (ids.length > 1 && ticketId === null) navigate('/unfiled');
  };
}
