import type { ShownHost } from '@core/ticket/link-destination';
import { type PicturePlace, placeOfPicture } from '@core/ticket/message-picture';
import type { SyncView } from '@ipc/sync-views';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { syncQuery } from '../api/queries';
import { useCommand } from '../api/use-command';
import { classNames } from './class-names';
import styles from './SafeHtml.module.css';
import { sanitiseHtml } from './sanitise-html';

const cx = classNames(styles);

/** A picture that was asked for: where the window has it, or why there is none, in words. */
export type ShownPicture = { readonly url: string } | { readonly failure: string };

/** A picture of this computer that a text speaks of by the end of its file name. */
export interface CarriedPicture {
  readonly nameEnd: string;
  readonly url: string;
}

interface SafeHtmlProps {
  readonly html: string;
  /** The pictures that were asked for, by their `src`. All others stay blocked. */
  readonly pictures?: ReadonlyMap<string, ShownPicture> | undefined;
  /** Shown below their names. */
  readonly carried?: readonly CarriedPicture[];
  /** Whether the earlier messages that an e-mail repeats are folded away. */
  readonly foldsQuotes?: boolean;
}

const NO_PICTURES: readonly CarriedPicture[] = [];

/** A text a server wrote, made harmless. Its links say where they lead and open in the person's browser. */
export function SafeHtml({ html, pictures, carried = NO_PICTURES, foldsQuotes = false }: SafeHtmlProps) {
  const { t } = useTranslation('ticket');
  const { mutate: openAddress } = useCommand('app:open-address');
  const portalHost = usePortalHost();
  const ref = useRef<HTMLDivElement>(null);

  // The checked elements go in as they are: writing them as text again would undo the check.
  useLayoutEffect(() => {
    const describe = (place: PicturePlace): string =>
      place.kind === 'elsewhere' ? t('picture.elsewhere', { host: place.host }) : t(`picture.${place.kind}`);
    const pictureFor = (source: string, words: string) => {
      const shown = pictures?.get(source);
      if (shown !== undefined && 'url' in shown) return pictureElement(shown.url, words);
      const described = words === '' ? '' : `: ${words}`;
      const reason = shown === undefined ? '' : ` ${shown.failure}`;
      return blockedElement(`${describe(placeOfPicture(source, portalHost))}${described}.${reason}`);
    };
    const leadsTo = ({ host, isDisguised }: ShownHost) =>
      isDisguised ? t('link.disguised', { host }) : t('link.leadsTo', { host });
    const quoteSummary = foldsQuotes ? t('messages.quoted') : null;
    const fragment = sanitiseHtml(html, { pictureFor, leadsTo, quoteSummary });
    showCarried(fragment, carried);
    ref.current?.replaceChildren(fragment);
  }, [html, pictures, carried, foldsQuotes, portalHost, t]);

  const open = (event: MouseEvent | KeyboardEvent) => {
    const link = event.target instanceof Element ? event.target.closest('[data-address]') : null;
    const address = link?.getAttribute('data-address');
    if (address == null) return;
    event.preventDefault();
    openAddress({ address });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are the controls; one listener serves them all
    <div
      ref={ref}
      className={cx('text')}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key === 'Enter') open(event);
      }}
    />
  );
}

/** The host of the portal in use; null for the practice portal. */
export function usePortalHost(): string | null {
  return useQuery({ ...syncQuery, select: selectPortalHost }).data ?? null;
}

function selectPortalHost({ portal }: SyncView): string | null {
  return URL.parse(portal.address)?.host ?? null;
}

function pictureElement(url: string, words: string): HTMLElement {
  const image = document.createElement('img');
  image.src = url;
  image.alt = words;
  return image;
}

function blockedElement(words: string): HTMLElement {
  const text = document.createElement('span');
  text.dataset['blockedImage'] = '';
  text.textContent = words;
  return text;
}

/** Below the name of a picture that the message carries, the picture itself. */
function showCarried(fragment: DocumentFragment, carried: readonly CarriedPicture[]): void {
  for (const reference of fragment.querySelectorAll('em')) {
    const name = reference.textContent ?? '';
    const picture = carried.find(({ nameEnd }) => name.endsWith(nameEnd));
    if (picture) reference.after(document.createElement('br'), pictureElement(picture.url, name));
  }
}
