import { picturesInMarkdown } from '@core/ticket/message-markdown';
import type { TicketView } from '@ipc/ticket-views';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api/client';
import { useFormat } from '../../ui/use-format';
import { useWorkbenchActions } from '../../ui/workbench-actions';

interface MessageToSend {
  readonly text: string;
  readonly isInternalNote: boolean;
}

/** Puts the pictures of a message together, one after the other, and sends it with them. */
export function useSendMessage(ticket: TicketView, onSent: () => void) {
  const flatten = useFlattenDrafts(ticket);
  return useMutation({
    mutationFn: async ({ text, isInternalNote }: MessageToSend) => {
      const pictures = await flatten(picturesInMarkdown(text));
      await call('message:write', { ticketId: ticket.id, text, isInternalNote, pictures });
    },
    onSuccess: onSent,
    meta: { showsFailure: true },
  });
}

/** Those of the drafts that are on the ticket, as they are sent. */
export function useFlattenDrafts({ number, screenshots }: Pick<TicketView, 'number' | 'screenshots'>) {
  const { flattenDraft } = useWorkbenchActions();
  const format = useFormat();
  return async (ids: readonly string[]) => {
    const pictures = [];
    for (const id of ids) {
      const draft = screenshots.find((screenshot) => screenshot.id === id && screenshot.state === 'draft');
      if (draft === undefined) continue;
      const takenAtText = format.dateTime(draft.takenAt);
      const flattenedPng = await flattenDraft(draft, { ticketNumber: number, takenAtText });
      pictures.push({ screenshotId: draft.id, flattenedPng });
    }
    return pictures;
  };
}
