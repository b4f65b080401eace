import type { TicketId } from '@core/ids';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteActivity } from '../../api/activity-notes';
import { useWorkbenchActions } from '../../ui/workbench-actions';

/** Takes a picture in as a draft of the ticket and hands it on to stand in the text, or says why it cannot. */
export function useInsertPicture(ticketId: TicketId, onTaken: (screenshot: ScreenshotView) => void) {
  const { t } = useTranslation(['capture', 'ticket']);
  const { takeInPicture } = useWorkbenchActions();
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File) => {
    setProblem(null);
    const taken = await takeInPicture(file, ticketId);
    switch (taken.kind) {
      case 'draft':
        noteActivity(ticketId, 'captured');
        return onTaken(taken.screenshot);
      case 'refused':
        return setProblem(t(`capture:import.refused.${taken.refusal.kind}`, { name: file.name, ...taken.refusal }));
      case 'not-kept':
        return setProblem(t('capture:import.notKept', { name: file.name }));
    }
  };
  return { problem, take: (file: File) => void take(file) };
}
