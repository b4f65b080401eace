import type { MessageView, TicketView } from '@ipc/views';
import { IconLock, IconMail, IconMessages } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { SafeHtml } from '../../ui/SafeHtml';
import { SyncMark } from '../../ui/SyncMark';
import { useFormat } from '../../ui/use-format';
import { AttachmentsSection } from './AttachmentsSection';
import { ComposeBox } from './ComposeBox';
import styles from './MessagesTab.module.css';
import type { MessageDraft } from './message-draft';

const cx = classNames(styles);

interface MessagesTabProps {
  readonly ticket: TicketView;
  readonly drafts: Map<string, MessageDraft>;
}

/** The chatter, newest first, with the box to write in above it. */
export function MessagesTab({ ticket, drafts }: MessagesTabProps) {
  const { t } = useTranslation('ticket');
  const hasPortal = useHasPortal();
  const newestFirst = useMemo(
    () => ticket.messages.toSorted((one, other) => other.writtenAt - one.writtenAt),
    [ticket.messages],
  );
  return (
    <div className={cx('messages')}>
      <ComposeBox ticketId={ticket.id} drafts={drafts} />
      {hasPortal && <AttachmentsSection key={ticket.id} ticketId={ticket.id} />}
      {newestFirst.length === 0 ? (
        <EmptyState
          icon={IconMessages}
          title={t('messages.empty.title')}
          text={t(hasPortal ? 'messages.empty.text' : 'messages.empty.textNotes')}
          level={3}
        />
      ) : (
        <ol className={cx('list')} aria-label={t('messages.list')}>
          {newestFirst.map((message) => (
            <li key={message.id}>
              <Message message={message} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Message({ message }: { readonly message: MessageView }) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const KindIcon = message.isInternalNote ? IconLock : IconMail;
  return (
    <article className={cx('message', message.isInternalNote && 'note')} data-note={message.isInternalNote}>
      <header className={cx('head')}>
        <strong>{message.authorName}</strong>
        <span className={cx('kind')}>
          <KindIcon size={14} stroke={1.75} aria-hidden />
          {message.isInternalNote ? t('messages.note') : t('messages.message')}
        </span>
        <span className={cx('quiet')}>{format.dateTime(message.writtenAt)}</span>
        {message.sync !== 'sent' && <SyncMark state={message.sync} label={t(`messages.state.${message.sync}`)} />}
      </header>
      <SafeHtml html={message.bodyHtml} />
    </article>
  );
}
