import { findPrivateTexts, type PrivateText } from '@core/capture/private-texts';
import type { ScreenshotId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readScreenshot } from '../db/queries/screenshots';
import type { ReadingFailure, ReadingOptions, TextReader } from '../platform/text-reader';
import type { Workbench } from './workbench';

/** Why there is no answer; `not-found` where the screen dump or its original is gone. */
export type PrivateTextsFailure = ReadingFailure | { readonly kind: 'not-found'; readonly message: '' };

/** What of the untouched picture of a screen dump is proposed to be redacted. Nothing of what was read is kept. */
export async function findPrivateTextsOfScreenshot(
  { database, pictures }: Pick<Workbench, 'database' | 'pictures'>,
  reader: Pick<TextReader, 'readWords'>,
  screenshotId: ScreenshotId,
  options: ReadingOptions = {},
): Promise<Outcome<PrivateText[], PrivateTextsFailure>> {
  const screenshot = await readScreenshot(database, screenshotId);
  if (!screenshot || screenshot.originalShreddedAt !== null) return fail({ kind: 'not-found', message: '' });
  const picture = pictures.read(screenshot.originalHash);
  if (picture === null) return fail({ kind: 'not-found', message: '' });
  const words = await reader.readWords(picture, options);
  return words.ok ? succeed(findPrivateTexts(words.value)) : words;
}
