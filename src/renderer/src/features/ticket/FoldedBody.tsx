import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './Message.module.css';

const cx = classNames(styles);

/** In pixels. What is a little taller than the part that is shown when it is folded is not worth folding. */
const TALLEST = 420;

/** A text of which only the beginning is shown where it is long. Whoever goes into it with the keyboard sees all of it. */
export function FoldedBody({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ticket');
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  const [isTall, setTall] = useState(false);
  const [isOpen, setOpen] = useState(false);

  // It has no height as long as its tab is not shown, and another one once its pictures are there.
  useEffect(() => {
    const element = content.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setTall(element.offsetHeight > TALLEST));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: focus that comes to a link within opens what hides it */}
      <div id={id} className={cx(isTall && !isOpen && 'folded')} onFocus={() => setOpen(true)}>
        <div ref={content}>{children}</div>
      </div>
      {isTall && (
        <Button
          variant="subtle"
          size="compact-sm"
          className={cx('more')}
          aria-expanded={isOpen}
          aria-controls={id}
          leftSection={isOpen ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('messages.showLess') : t('messages.showAll')}
        </Button>
      )}
    </>
  );
}
