import type { AddressReading } from '@core/capture/address-reading';
import type { ScreenshotId } from '@core/ids';
import { fail, type Outcome, succeed } from '@core/outcome';
import { readScreenshot } from '../db/queries/screenshots';
import type { ReadingFailure, TextReader } from '../platform/text-reader';
import type { Workbench } from './workbench';

/** Why there is no answer; `not-found` where the screen dump or its original is gone. */
export type AddressFailure = ReadingFailure | { readonly kind: 'not-found'; readonly message: '' };

/** Addresses that were read, by the picture's hash, as long as the app runs: a picture never changes. */
export type KnownAddresses = Map<string, AddressReading | null>;

/** The address in the untouched picture of a screen dump; null where none is in it. The same picture is read once. */
export async function readAddressOfScreenshot(
  { database, pictures }: Pick<Workbench, 'database' | 'pictures'>,
  reader: Pick<TextReader, 'readAddress'>,
  known: KnownAddresses,
  screenshotId: ScreenshotId,
): Promise<Outcome<AddressReading | null, AddressFailure>> {
  const screenshot = await readScreenshot(database, screenshotId);
  if (!screenshot || screenshot.originalShreddedAt !== null) return fail({ kind: 'not-found', message: '' });
  const remembered = known.get(screenshot.originalHash);
  if (remembered !== undefined) return succeed(remembered);
  const png = pictures.read(screenshot.originalHash);
  if (!png) return fail({ kind: 'not-found', message: '' });
  const reading = await reader.readAddress(png);
  if (reading.ok) known.set(screenshot.originalHash, reading.value);
  return reading;
}
