import { languageOfCustomer } from '@core/language';
import { markdownToMessageHtml, picturesInMarkdown } from '@core/ticket/message-markdown';
import { pictureReferenceHtml } from '@core/ticket/steps-message-html';
import type { TicketView } from '@ipc/ticket-views';
import { Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { type CarriedPicture, SafeHtml } from '../../ui/SafeHtml';
import { useLanguage } from '../../ui/use-format';
import styles from './ComposeBox.module.css';
import { useFlattenDrafts } from './use-send-message';

const cx = classNames(styles);

interface MessagePreviewProps {
  readonly text: string;
  readonly ticket: TicketView;
  readonly isInternalNote: boolean;
}

/** A message as those who read it will see it, with its pictures as they are sent. */
export function MessagePreview({ text, ticket, isInternalNote }: MessagePreviewProps) {
  const { t } = useTranslation('ticket');
  const language = useLanguage();
  const pictures = usePreviewPictures(text, ticket);
  const html = useMemo(() => {
    const written = isInternalNote ? language : languageOfCustomer(ticket.customer?.language ?? null);
    const ids = picturesInMarkdown(text);
    return markdownToMessageHtml(text, (id) => pictureReferenceHtml(previewName(ids.indexOf(id)), written));
  }, [text, isInternalNote, language, ticket.customer]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
    <section className={cx('preview')} aria-label={t('messages.preview')} tabIndex={0}>
      {text === '' ? (
        <Text size="sm" c="dimmed">
          {t('messages.nothingToPreview')}
        </Text>
      ) : (
        <SafeHtml html={html} carried={pictures} />
      )}
    </section>
  );
}

/** The name that a picture has on the portal is known once it is sent; until then it is numbered. */
function previewName(index: number): string {
  return `${index + 1}.png`;
}

const NONE: readonly CarriedPicture[] = [];

function usePreviewPictures(text: string, ticket: TicketView): readonly CarriedPicture[] {
  const flatten = useFlattenDrafts(ticket);
  const [carried, setCarried] = useState(NONE);
  const ids = picturesInMarkdown(text);
  const key = ids.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text with the same pictures needs no other ones
  useEffect(() => {
    let isOver = false;
    const urls: string[] = [];
    const show = async () => {
      const pictures = await flatten(ids);
      if (isOver) return;
      setCarried(
        pictures.map(({ screenshotId, flattenedPng }) => {
          const url = URL.createObjectURL(new Blob([flattenedPng], { type: 'image/png' }));
          urls.push(url);
          return { nameEnd: ` ${previewName(ids.indexOf(screenshotId))}`, url };
        }),
      );
    };
    // One that cannot be put together is told of when the message is sent.
    void show().catch(() => undefined);
    return () => {
      isOver = true;
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [key, ticket.screenshots]);
  return ids.length === 0 ? NONE : carried;
}
