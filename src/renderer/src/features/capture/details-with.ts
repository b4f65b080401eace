import type { AddressCandidate } from '@core/capture/choose-address';
import type { ScreenshotView } from '@ipc/screenshot-views';
import type { Details } from './details';

/**
 * The details with an address from elsewhere. The page's title and what was selected on it come along where nobody has
 * written anything: a title is that of the window as long as it is the one the picture was taken with.
 */
export function detailsWith(
  { address, source, title, selection }: Pick<AddressCandidate, 'address' | 'source' | 'title' | 'selection'>,
  details: Details,
  screenshot: Pick<ScreenshotView, 'title'>,
): Details {
  const hasOwnTitle = details.title.trim() !== '' && details.title !== screenshot.title;
  return {
    ...details,
    address,
    addressSource: source,
    title: title !== '' && !hasOwnTitle ? title : details.title,
    text: selection !== '' && details.text.trim() === '' ? `“${selection}”` : details.text,
  };
}
