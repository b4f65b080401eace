import type { TicketView } from '@ipc/views';
import { Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import type { TicketTab } from '../../ui/workbench-actions';
import { MessagesTab } from './MessagesTab';
import type { MessageDraft } from './message-draft';
import { OverviewTab } from './OverviewTab';
import { ScreensTab } from './ScreensTab';
import styles from './TicketTabs.module.css';
import { TimeTab } from './TimeTab';
import type { TabRequest } from './tab-request';

const cx = classNames(styles);

interface TicketTabsProps {
  readonly ticket: TicketView;
  readonly drafts: Map<string, MessageDraft>;
  readonly tabRequest: TabRequest | null;
}

/** The parts of a ticket. */
export function TicketTabs({ ticket, drafts, tabRequest }: TicketTabsProps) {
  const { t } = useTranslation('ticket');
  const [shownTab, setShownTab] = useState<string | null>('overview');
  const [followed, setFollowed] = useState<TabRequest | null>(null);
  if (tabRequest !== followed) {
    setFollowed(tabRequest);
    if (tabRequest?.ticketId === ticket.id) setShownTab(tabRequest.tab);
  }
  const tabs: readonly { name: TicketTab; count: number; content: ReactNode }[] = [
    { name: 'overview', count: 0, content: <OverviewTab ticket={ticket} /> },
    { name: 'time', count: ticket.lines.length, content: <TimeTab ticket={ticket} /> },
    { name: 'messages', count: ticket.messages.length, content: <MessagesTab ticket={ticket} drafts={drafts} /> },
    { name: 'screens', count: ticket.screenshots.length, content: <ScreensTab ticket={ticket} /> },
  ];
  return (
    // Every part stays: what was written in one is there when somebody comes back to it.
    <Tabs value={shownTab} onChange={setShownTab} className={cx('tabs')} keepMounted keepMountedMode="display-none">
      <Tabs.List aria-label={t('tabs')} px="sm">
        {tabs.map(({ name, count }) => (
          <Tabs.Tab key={name} value={name} px="md" py="sm">
            {t(`tab.${name}`)} {count > 0 && <span className={cx('count')}>{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ name, content }) => (
        <Tabs.Panel key={name} value={name} className={cx('panel')} tabIndex={0}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
