import type { TicketId } from '@core/ids';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { noteActivity } from '../../../api/activity-notes';
import { call } from '../../../api/client';
import { useFormat } from '../../../ui/use-format';
import { flattenDraft } from '../flatten-draft';

interface StepsToSend {
  readonly ticketId: TicketId;
  readonly ticketNumber: string;
  readonly happened: string;
  readonly expected: string;
  readonly isInternalNote: boolean;
  readonly steps: readonly { readonly screenshot: ScreenshotView; readonly caption: string }[];
}

/** Flattens every step's picture, one after the other, and sends all of them as one message. */
export function useSendSteps(onSent: () => void) {
  const format = useFormat();
  const [prepared, setPrepared] = useState(0);
  const send = useMutation({
    mutationFn: async ({ ticketNumber, steps, ...message }: StepsToSend) => {
      setPrepared(0);
      const flattened = [];
      for (const { screenshot, caption } of steps) {
        const takenAtText = format.dateTime(screenshot.takenAt);
        const flattenedPng = await flattenDraft(screenshot, { ticketNumber, takenAtText });
        flattened.push({ screenshotId: screenshot.id, caption, flattenedPng });
        setPrepared(flattened.length);
      }
      await call('steps:send', { ...message, steps: flattened });
      noteActivity(message.ticketId, 'captured');
    },
    onSuccess: onSent,
    meta: { showsFailure: true },
  });
  return { ...send, prepared };
}
