import type { TicketView } from '@ipc/ticket-views';
import { ActionIcon, Kbd, Menu } from '@mantine/core';
import { IconArrowsSplit, IconCopy, IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWorkbenchActions } from '../../../ui/workbench-actions';

/** One ticket handles one issue: a part is split off, or the whole is merged as a duplicate. */
export function LinkMenu({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation('links');
  const { splitTicket, mergeTicket } = useWorkbenchActions();
  return (
    <Menu position="bottom-start" shadow="md" width={280} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('menu.button')}
          title={t('menu.button')}
          data-testid="link-menu"
        >
          <IconDots size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('menu.label')}>
        <Menu.Label>{t('menu.label')}</Menu.Label>
        <Menu.Item
          leftSection={<IconArrowsSplit size={16} stroke={1.75} aria-hidden />}
          rightSection={<Kbd size="xs">P</Kbd>}
          onClick={() => splitTicket(ticket.id)}
        >
          {t('menu.split')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />}
          rightSection={<Kbd size="xs">M</Kbd>}
          disabled={ticket.links.duplicateOf !== null}
          onClick={() => mergeTicket(ticket.id)}
        >
          {t('menu.merge')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
