import type { TicketView } from '@ipc/ticket-views';
import { Menu } from '@mantine/core';
import { type Icon, IconCircleCheck, IconClockPause, IconProgress } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTicketChoices } from '../../api/use-ticket-choices';
import { HeaderMenu } from './HeaderMenu';
import { useChangeTicket } from './use-change-ticket';

const STATE_ICONS = {
  working: IconProgress,
  'waiting-for-customer': IconClockPause,
  solved: IconCircleCheck,
} as const satisfies Record<TicketView['state'], Icon>;

/** Where the ticket stands, and the portal's stages to move it to. */
export function StageMenu({ ticket }: { readonly ticket: TicketView }) {
  const { t } = useTranslation(['ticket', 'common']);
  const [isOpen, setIsOpen] = useState(false);
  const choices = useTicketChoices({ enabled: isOpen }).data;
  const { change, isPending } = useChangeTicket(ticket);
  const state = t(`common:ticketState.${ticket.state}`);
  const stages = (choices?.stages ?? []).filter(
    ({ groupRemoteIds }) => groupRemoteIds.length === 0 || groupRemoteIds.includes(ticket.groupRemoteId),
  );
  const current = ticket.fields.stage.remoteId;
  // The stage says it more exactly; what it means for the queue stands beside it where the two differ.
  const words = ticket.stageName === null || ticket.stageName === state ? state : `${ticket.stageName} · ${state}`;
  const moveTo = (chosen: string) => {
    const stage = stages.find(({ remoteId }) => String(remoteId) === chosen);
    if (stage !== undefined && stage.remoteId !== current) change({ stage: { remoteId: stage.remoteId } }, stage.name);
  };
  return (
    <HeaderMenu
      opened={isOpen}
      onChange={setIsOpen}
      icon={STATE_ICONS[ticket.state]}
      words={words}
      buttonLabel={t('ticket:stage.menu', { stage: words })}
      label={t('ticket:stage.label')}
      disabled={isPending || !ticket.isChangeable}
      testId="stage"
    >
      <Menu.RadioGroup value={String(current)} onChange={moveTo}>
        {stages.map(({ remoteId, name }) => (
          <Menu.RadioItem key={remoteId} value={String(remoteId)} closeMenuOnClick>
            {name}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      {choices !== undefined && stages.length === 0 && <Menu.Label fw={400}>{t('ticket:stage.none')}</Menu.Label>}
    </HeaderMenu>
  );
}
