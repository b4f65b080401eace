import type { ScreenshotId } from '@core/ids';
import { useTranslation } from 'react-i18next';
import { call } from '../../../api/client';
import { useCommand } from '../../../api/use-command';
import { showUndoNotice } from '../../../ui/undo-notice';

/** Throws a draft away, with a notice that takes it back. */
export function useDiscardDraft(onDiscarded?: () => void) {
  const { t } = useTranslation('capture');
  const discard = useCommand('screenshot:discard');
  const discardDraft = (screenshotId: ScreenshotId) =>
    discard.mutate(
      { screenshotId },
      {
        onSuccess: () => {
          onDiscarded?.();
          showUndoNotice({
            topic: 'draft',
            message: t('details.discarded'),
            onUndo: () => void call('screenshot:take-back', { screenshotId }),
          });
        },
      },
    );
  return { discardDraft, isPending: discard.isPending };
}
