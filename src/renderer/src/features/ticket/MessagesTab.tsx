import type { MessageView } from '@ipc/message-views';
import type { TicketView } from '@ipc/ticket-views';
import { SegmentedControl } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHasPortal } from '../../api/use-has-portal';
import { classNames } from '../../ui/class-names';
import { EmptyState } from '../../ui/EmptyState';
import { AttachmentsSection } from './AttachmentsSection';
import { ComposeBox } from './ComposeBox';
import { Message } from './Message';
import styles from './MessagesTab.module.css';
import type { MessageDraft } from './message-draft';

const cx = classNames(styles);

interface MessagesTabProps {
  readonly ticket: TicketView;
  readonly drafts: Map<string, MessageDraft>;
}

/** Which messages are shown. */
type Filter = 'all' | 'customer' | 'notes';

const FILTERS = {
  all: () => true,
  customer: ({ isInternalNote }) => !isInternalNote,
  notes: ({ isInternalNote }) => isInternalNote,
} as const satisfies Record<Filter, (message: MessageView) => boolean>;

/** The chatter, newest first, with the box to write in above it. */
export function MessagesTab({ ticket, drafts }: MessagesTabProps) {
  const { t } = useTranslation('ticket');
  const [filter, setFilter] = useState<Filter>('all');
  const hasPortal = useHasPortal();
  const newestFirst = useMemo(
    () => ticket.messages.toSorted((one, other) => other.writtenAt - one.writtenAt),
    [ticket.messages],
  );
  const shown = newestFirst.filter(FILTERS[filter]);
  return (
    <div className={cx('messages')}>
      <ComposeBox ticket={ticket} drafts={drafts} />
      {hasPortal && <AttachmentsSection key={ticket.id} ticketId={ticket.id} />}
      {newestFirst.length === 0 ? (
        <EmptyState
          icon={IconMessages}
          title={t('messages.empty.title')}
          text={t(hasPortal ? 'messages.empty.text' : 'messages.empty.textNotes')}
          level={3}
        />
      ) : (
        <>
          <SegmentedControl<Filter>
            aria-label={t('messages.filter.label')}
            className={cx('filter')}
            size="xs"
            value={filter}
            onChange={setFilter}
            data={(['all', 'customer', 'notes'] as const).map((value) => ({
              value,
              label: t(`messages.filter.${value}`, { count: newestFirst.filter(FILTERS[value]).length }),
            }))}
          />
          {shown.length === 0 ? (
            <p className={cx('quiet')}>
              {t(filter === 'notes' ? 'messages.filter.noNotes' : 'messages.filter.noMessages')}
            </p>
          ) : (
            <ol className={cx('list')} aria-label={t('messages.list')}>
              {shown.map((message) => (
                <li key={message.id}>
                  <Message message={message} ticketId={ticket.id} />
                </li>
              ))}
            </ol>
          )}
        </>
      )}
    </div>
  );
}
