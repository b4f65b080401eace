import type { TicketId } from '@core/ids';
import type { MessageView } from '@ipc/message-views';
import { type Icon, IconClipboardCheck, IconLock, IconSend, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { SafeHtml } from '../../ui/SafeHtml';
import { SyncMark } from '../../ui/SyncMark';
import { useFormat } from '../../ui/use-format';
import { FoldedBody } from './FoldedBody';
import styles from './Message.module.css';
import { PictureLoader } from './PictureLoader';
import { useMessagePictures } from './use-message-pictures';

const cx = classNames(styles);

/** Whose words they are and who reads them. */
type Kind = 'customer' | 'reply' | 'note' | 'appNote';

const ICONS: Readonly<Record<Kind, Icon>> = {
  customer: IconUser,
  reply: IconSend,
  note: IconLock,
  appNote: IconClipboardCheck,
};

function kindOf({ isInternalNote, isOfApp, sender }: MessageView): Kind {
  if (isInternalNote) return isOfApp ? 'appNote' : 'note';
  return sender === 'us' ? 'reply' : 'customer';
}

interface MessageProps {
  readonly message: MessageView;
  readonly ticketId: TicketId;
}

/** One message. Its place, its border, a word and a sign tell the customer's from ours, and both from notes. */
export function Message({ message, ticketId }: MessageProps) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const { id, bodyHtml } = message;
  const loading = useMessagePictures({ id, ticketId, bodyHtml });
  const kind = kindOf(message);
  const KindIcon = ICONS[kind];
  return (
    <article className={cx('message', kind)} data-kind={kind}>
      <header className={cx('head')}>
        <span className={cx('kind')}>
          <KindIcon size={15} stroke={1.75} aria-hidden />
          {t(`messages.from.${kind}`)}
        </span>
        <strong>{message.authorName}</strong>
        <span className={cx('quiet')}>{format.dateTime(message.writtenAt)}</span>
        {message.sync !== 'sent' && <SyncMark state={message.sync} label={t(`messages.state.${message.sync}`)} />}
      </header>
      <PictureLoader loading={loading} />
      <FoldedBody>
        <SafeHtml html={bodyHtml} pictures={loading.pictures} carried={message.pictures} foldsQuotes />
      </FoldedBody>
    </article>
  );
}
