import { type Banner, computeBanner } from '@core/capture/banner';
import { cleanAddress } from '@core/ticket/odoo-address';
import type { Instant } from '@core/time/instant';
import { useMemo } from 'react';
import { useFormat } from '../../ui/use-format';
import { bannerFont } from './paint';

let measuringPen: OffscreenCanvasRenderingContext2D | null = null;

function measureText(text: string, fontPx: number): number {
  measuringPen ??= new OffscreenCanvas(1, 1).getContext('2d');
  if (measuringPen === null) throw new Error('This window has no canvas to measure text on');
  measuringPen.font = bannerFont(fontPx);
  return measuringPen.measureText(text).width;
}

/** The strip above the picture as it will be sent: the address without its secrets, the ticket, and the time. */
export function useBanner(subject: {
  readonly address: string;
  readonly ticketNumber: string | null;
  readonly takenAt: Instant;
  readonly pictureWidth: number;
}): Banner {
  const format = useFormat();
  const { address, ticketNumber, takenAt, pictureWidth } = subject;
  return useMemo(
    () =>
      computeBanner({
        address: cleanAddress(address),
        ticketNumber,
        takenAtText: format.dateTime(takenAt),
        pictureWidth,
        measureText,
      }),
    [address, ticketNumber, takenAt, pictureWidth, format],
  );
}
