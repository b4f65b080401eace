import { computeBanner } from '@core/capture/banner';
import { keptPart } from '@core/capture/kept-part';
import { cleanAddress } from '@core/ticket/odoo-address';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { RequestFailed } from '../../api/client';
import { flattenScreenDump } from './flatten';
import { measureBannerText } from './measure-text';

/** What stands in the strip above a picture beside what the draft itself knows. */
export interface BannerWords {
  readonly ticketNumber: string;
  readonly takenAtText: string;
}

/** A draft as it is sent, as a PNG. Throws {@link RequestFailed} where its picture or its drawing cannot be read. */
export async function flattenDraft(
  screenshot: ScreenshotView,
  { ticketNumber, takenAtText }: BannerWords,
): Promise<Uint8Array<ArrayBuffer>> {
  const { originalUrl, drawing, drawingProblem, address, title } = screenshot;
  // A drawing whose redactions nobody can see here must not be sent without them.
  if (originalUrl === null || drawingProblem !== null) throw new RequestFailed('picture-invalid', '');
  try {
    const image = new Image();
    image.src = originalUrl;
    await image.decode();
    const banner = computeBanner({
      address: cleanAddress(address),
      title: title.trim(),
      ticketNumber,
      takenAtText,
      pictureWidth: keptPart(drawing.crop, screenshot).width,
      measureText: measureBannerText,
    });
    return await flattenScreenDump({ image, picture: screenshot, drawing, banner });
  } catch {
    throw new RequestFailed('picture-invalid', '');
  }
}
