import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../api/use-command';
import { classNames } from './class-names';
import styles from './SafeHtml.module.css';
import { sanitiseHtml } from './sanitise-html';

const cx = classNames(styles);

/** A text a server wrote, made harmless. Its links open in the person's browser. */
export function SafeHtml({ html }: { readonly html: string }) {
  const { t } = useTranslation('ticket');
  const { mutate: openAddress } = useCommand('app:open-address');
  const ref = useRef<HTMLDivElement>(null);
  const blockedImageText = t('overview.blockedImage');

  // The checked elements go in as they are: writing them as text again would undo the check.
  useLayoutEffect(() => {
    ref.current?.replaceChildren(sanitiseHtml(html, blockedImageText));
  }, [html, blockedImageText]);

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
