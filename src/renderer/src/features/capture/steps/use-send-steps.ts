import { computeBanner } from '@core/capture/banner';
import { keptPart } from '@core/capture/kept-part';
import type { TicketId } from '@core/ids';
import { cleanAddress } from '@core/ticket/odoo-address';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { noteActivity } from '../../../api/activity-notes';
import { call, RequestFailed } from '../../../api/client';
import { useFormat } from '../../../ui/use-format';
import { flattenScreenDump } from '../flatten';
import { measureBannerText } from '../measure-text';

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
  const flatten = async (screenshot: ScreenshotView, ticketNumber: string) => {
    const { originalUrl, drawing, drawingProblem, address, title, takenAt } = screenshot;
    // A drawing whose redactions nobody can see here must not be sent without them.
    if (originalUrl === null || drawingProblem !== null) throw new RequestFailed('picture-invalid', '');
    const image = new Image();
    image.src = originalUrl;
    await image.decode();
    const banner = computeBanner({
      address: cleanAddress(address),
      title: title.trim(),
      ticketNumber,
      takenAtText: format.dateTime(takenAt),
      pictureWidth: keptPart(drawing.crop, screenshot).width,
      measureText: measureBannerText,
    });
    return flattenScreenDump({ image, picture: screenshot, drawing, banner });
  };
  const send = useMutation({
    mutationFn: async ({ ticketNumber, steps, ...message }: StepsToSend) => {
      setPrepared(0);
      const flattened = [];
      for (const { screenshot, caption } of steps) {
        const flattenedPng = await flatten(screenshot, ticketNumber).catch(() => {
          throw new RequestFailed('picture-invalid', '');
        });
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
