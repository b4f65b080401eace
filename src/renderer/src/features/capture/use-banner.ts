import { type Banner, computeBanner } from '@core/capture/banner';
import { cleanAddress } from '@core/ticket/odoo-address';
import type { Instant } from '@core/time/instant';
import { useMemo } from 'react';
import { useFormat } from '../../ui/use-format';
import { measureBannerText } from './measure-text';

/** The strip above the picture as it will be sent: the address without its secrets, title, ticket and time. */
export function useBanner(subject: {
  readonly address: string;
  readonly title: string;
  readonly ticketNumber: string | null;
  readonly takenAt: Instant;
  /** The width of what is kept of the picture, in its pixels. */
  readonly pictureWidth: number;
}): Banner {
  const format = useFormat();
  const { address, title, ticketNumber, takenAt, pictureWidth } = subject;
  return useMemo(
    () =>
      computeBanner({
        address: cleanAddress(address),
        title: title.trim(),
        ticketNumber,
        takenAtText: format.dateTime(takenAt),
        pictureWidth,
        measureText: measureBannerText,
      }),
    [address, title, ticketNumber, takenAt, pictureWidth, format],
  );
}
