import type { TicketId } from '@core/ids';
import { Button, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { attachmentsQuery } from '../../api/queries';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/use-format';
import { AttachmentFailure } from './AttachmentFailure';
import { AttachmentRow } from './AttachmentRow';
import styles from './AttachmentsSection.module.css';

const cx = classNames(styles);

/** The files on a ticket. The portal is asked for them once somebody opens the section. */
export function AttachmentsSection({ ticketId }: { readonly ticketId: TicketId }) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const contentId = useId();
  const { data: list } = useQuery({ ...attachmentsQuery(ticketId), enabled: isOpen });
  const refresh = useCommand('attachment:refresh', {
    showsFailure: true,
    changes: [queryKeys.attachments(ticketId)],
  });
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;

  const toggle = () => {
    setIsOpen(!isOpen);
    if (!isOpen) refresh.mutate({ ticketId });
  };

  return (
    <section className={cx('section')} aria-label={t('attachments.title')} data-testid="attachments">
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={cx('toggle')}
        aria-expanded={isOpen}
        aria-controls={contentId}
        leftSection={<Chevron size={16} stroke={1.75} aria-hidden />}
        rightSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
        onClick={toggle}
      >
        {t('attachments.title')}
      </Button>
      <div id={contentId} className={cx('content')} hidden={!isOpen}>
        {refresh.isError && <AttachmentFailure error={refresh.error} title={t('attachments.failed.list')} />}
        {list && list.attachments.length > 0 && (
          <ul className={cx('list')} aria-label={t('attachments.list')}>
            {list.attachments.map((attachment) => (
              <AttachmentRow key={attachment.remoteId} ticketId={ticketId} attachment={attachment} />
            ))}
          </ul>
        )}
        {list?.attachments.length === 0 && !refresh.isPending && (
          <Text size="sm" c="dimmed">
            {t(list.readAt === null ? 'attachments.never' : 'attachments.none')}
          </Text>
        )}
        <div className={cx('foot')}>
          <Text size="xs" c="dimmed" role="status">
            {refresh.isPending && t('attachments.reading')}
            {!refresh.isPending && list?.readAt != null && t('attachments.readAt', { at: format.dayTime(list.readAt) })}
          </Text>
          <Button
            variant="default"
            size="compact-xs"
            disabled={refresh.isPending}
            onClick={() => refresh.mutate({ ticketId })}
          >
            {t('attachments.again')}
          </Button>
        </div>
      </div>
    </section>
  );
}
