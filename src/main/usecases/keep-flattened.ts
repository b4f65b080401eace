import { textsOfPicture } from '@core/capture/picture-texts';
import { withPngTexts } from '@core/capture/png-text';
import { fail, type Outcome } from '@core/outcome';
import type { Screenshot } from '../db/queries/screenshots';
import type { PictureFailure, PictureStore } from '../platform/picture-store';

/** What the file of a flattened picture says of itself comes from here. */
export interface FlattenedPicture {
  readonly screenshot: Pick<Screenshot, 'takenAt'>;
  readonly title: string;
  readonly address: string;
  readonly ticketNumber: string;
  readonly flattenedPng: Uint8Array;
}

/** Keeps the picture that is sent. Its file carries title, address, ticket and time, and nothing of this computer. */
export function keepFlattened(
  pictures: PictureStore,
  { screenshot, title, address, ticketNumber, flattenedPng }: FlattenedPicture,
): Outcome<{ readonly hash: string }, PictureFailure> {
  const texts = textsOfPicture({ title, address, ticketNumber, takenAt: screenshot.takenAt });
  const named = withPngTexts(flattenedPng, texts);
  if (!named.ok) return fail({ kind: named.failure.kind, message: 'The flattened picture is no whole PNG.' });
  return pictures.save(named.value);
}
