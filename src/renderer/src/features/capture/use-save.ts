import type { Banner } from '@core/capture/banner';
import type { Drawing } from '@core/capture/shapes';
import { cleanAddress } from '@core/ticket/odoo-address';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { useMutation } from '@tanstack/react-query';
import { noteActivity } from '../../api/activity-notes';
import { call, RequestFailed } from '../../api/client';
import type { Details } from './details';
import { flattenScreenDump } from './flatten';

interface Dump {
  readonly screenshot: ScreenshotView;
  readonly image: HTMLImageElement;
  readonly drawing: Drawing;
  readonly banner: Banner;
  readonly details: Details;
}

/** Flattens a screen dump and files it. A picture that cannot be flattened fails like one that cannot be read. */
export function useSave(onSaved: () => void) {
  return useMutation({
    mutationFn: async ({ screenshot, image, drawing, banner, details }: Dump) => {
      const { ticketId, address, addressSource, title, text, isInternalNote } = details;
      if (ticketId === null) throw new RequestFailed('invalid-request', '');
      const flattenedPng = await flattenScreenDump({ image, picture: screenshot, drawing, banner }).catch(() => {
        throw new RequestFailed('picture-invalid', '');
      });
      await call('screenshot:save', {
        screenshotId: screenshot.id,
        ticketId,
        address: cleanAddress(address),
        addressSource: address.trim() === '' ? null : addressSource,
        title: title.trim(),
        drawing,
        flattenedPng,
        message: { text: text.trim(), isInternalNote },
      });
      noteActivity(ticketId, 'captured');
    },
    onSuccess: onSaved,
    meta: { showsFailure: true },
  });
}
