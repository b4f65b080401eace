import { type ExportFormat, withJpegComment } from '@core/capture/export-file';
import { type PictureSubject, textsOfPicture } from '@core/capture/picture-texts';
import { withPngTexts } from '@core/capture/png-text';
import { fail, type Outcome, succeed } from '@core/outcome';

/** A flattened picture as the window hands it over: a PNG, a JPEG or a WebP; for a PDF the JPEG that fills its page. */
export interface ExportedPicture extends PictureSubject {
  readonly format: ExportFormat;
  readonly bytes: Uint8Array;
}

/** Units of a PDF's page per pixel: 96 pixels are an inch, which has 72 units. */
const UNITS_PER_PIXEL = 0.75;

/**
 * The file of a screen dump that is written for others. It says what the picture is of and when it was taken, and nothing
 * of this computer; WebP has no simple place for such words and carries none.
 */
export async function makeExport({
  format,
  bytes,
  ...subject
}: ExportedPicture): Promise<Outcome<Uint8Array, { readonly kind: 'picture-invalid' }>> {
  const texts = textsOfPicture(subject);
  switch (format) {
    case 'png':
      return withPngTexts(bytes, texts);
    case 'jpeg':
      return isJpeg(bytes) ? succeed(withJpegComment(bytes, texts)) : fail({ kind: 'picture-invalid' });
    case 'webp':
      return isWebp(bytes) ? succeed(bytes) : fail({ kind: 'picture-invalid' });
    case 'pdf':
      return isJpeg(bytes) ? succeed(await makePdf(bytes, subject)) : fail({ kind: 'picture-invalid' });
  }
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

function isWebp(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(8, 12)).toString('latin1') === 'WEBP';
}

/** One page of the picture's size. */
async function makePdf(
  jpeg: Uint8Array,
  { title, address, ticketNumber, takenAt }: PictureSubject,
): Promise<Uint8Array> {
  // Read once somebody wants a PDF.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const document = await PDFDocument.create({ updateMetadata: false });
  const picture = await document.embedJpg(jpeg);
  const [width, height] = [picture.width * UNITS_PER_PIXEL, picture.height * UNITS_PER_PIXEL];
  document.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
  const [named, source] = [
    title.trim(),
    textsOfPicture({ title, address, ticketNumber, takenAt }).find(({ keyword }) => keyword === 'Source')?.text ?? '',
  ];
  if (named !== '') document.setTitle(named);
  if (source !== '') document.setSubject(source);
  if (ticketNumber !== null) document.setKeywords([ticketNumber]);
  document.setCreationDate(new Date(takenAt));
  return document.save();
}
