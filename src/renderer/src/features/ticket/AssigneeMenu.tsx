import type { TicketView } from '@ipc/views';
import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconSend, IconUser, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTicketChoices } from '../../api/use-ticket-choices';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/use-format';
import { HandOverDialog } from './HandOverDialog';
import styles from './TicketHeader.module.css';
import { useChangeTicket } from './use-change-ticket';

const cx = classNames(styles);

/** Who has the ticket: take it, hand it to a colleague, or leave it to nobody. */
export function AssigneeMenu({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const [isHandingOver, setIsHandingOver] = useState(false);
  const me = useTicketChoices({ enabled: isOpen }).data?.userRemoteId ?? null;
  const { change, isPending } = useChangeTicket(ticket);
  const isMine = ticket.assignees.some((assignee) => assignee.isMe);
  const names = ticket.assignees.map(({ name, isMe }) => (isMe ? t('assignee.you') : name));
  const words = names.length === 0 ? t('assignee.nobody') : format.names(names);
  return (
    <>
      <Menu
        position="bottom-start"
        shadow="md"
        width={280}
        opened={isOpen}
        onChange={setIsOpen}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <UnstyledButton
            className={cx('mark', 'choice')}
            aria-label={t('assignee.menu', { names: words })}
            disabled={isPending || !ticket.isChangeable}
            data-testid="assignee"
          >
            <IconUser size={15} stroke={1.75} aria-hidden />
            {words}
            <IconChevronDown size={14} stroke={1.75} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('assignee.label')}>
          <Menu.Label>{t('assignee.label')}</Menu.Label>
          {!isMine && (
            <Menu.Item
              leftSection={<IconUserCheck size={16} stroke={1.75} aria-hidden />}
              disabled={me === null}
              onClick={() => {
                if (me !== null) change({ assigneeRemoteIds: [me] }, t('assignee.you'));
              }}
            >
              {t('assignee.take')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconSend size={16} stroke={1.75} aria-hidden />}
            onClick={() => setIsHandingOver(true)}
          >
            {t('assignee.handOver')}
          </Menu.Item>
          {ticket.assignees.length > 0 && (
            <Menu.Item
              leftSection={<IconUserOff size={16} stroke={1.75} aria-hidden />}
              onClick={() => change({ assigneeRemoteIds: [] }, t('assignee.nobody'))}
            >
              {t('assignee.leave')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <HandOverDialog ticket={ticket} opened={isHandingOver} onClose={() => setIsHandingOver(false)} />
    </>
  );
}
