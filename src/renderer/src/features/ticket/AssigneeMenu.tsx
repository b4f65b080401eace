import type { TicketView } from '@ipc/ticket-views';
import { Menu } from '@mantine/core';
import { IconSend, IconUser, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTicketChoices } from '../../api/use-ticket-choices';
import { useFormat } from '../../ui/use-format';
import { HandOverDialog } from './HandOverDialog';
import { HeaderMenu } from './HeaderMenu';
import { useChangeTicket } from './use-change-ticket';

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
      <HeaderMenu
        opened={isOpen}
        onChange={setIsOpen}
        icon={IconUser}
        words={words}
        buttonLabel={t('assignee.menu', { names: words })}
        label={t('assignee.label')}
        disabled={isPending || !ticket.isChangeable}
        testId="assignee"
      >
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
      </HeaderMenu>
      <HandOverDialog ticket={ticket} opened={isHandingOver} onClose={() => setIsHandingOver(false)} />
    </>
  );
}
