import type { ManyTicketsAct } from '@core/ticket/change-many';
import { MOST_CHOSEN_TICKETS } from '@core/ticket/queue-page';
import { ActionIcon, Button, Group, Menu, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconUserCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { useTicketChoices } from '../../api/use-ticket-choices';
import { showNotice } from '../../ui/show-notice';
import { showUndoNotice } from '../../ui/undo-notice';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import styles from './ChosenTicketsBar.module.css';
import { MergeChosenButton } from './MergeChosenButton';
import type { Choosing } from './use-choosing';

interface ChosenTicketsBarProps {
  readonly choosing: Choosing;
  /** How many tickets are in the list. */
  readonly count: number;
}

/** How many tickets are chosen, and what can be done with all of them at once. */
export function ChosenTicketsBar({ choosing, count }: ChosenTicketsBarProps) {
  const { t } = useTranslation('queue');
  const { focusQueue } = useWorkbenchActions();
  const { ids } = choosing.chosen;
  const choices = useTicketChoices({ enabled: ids.size > 0 }).data;
  const change = useCommand('queue:change-many');
  const { mutate: changeBack } = useCommand('queue:change-back');
  if (ids.size === 0) return null;
  const clear = () => {
    choosing.clear();
    focusQueue();
  };
  const act = (wanted: ManyTicketsAct, what: string) =>
    change.mutate(
      { ticketIds: [...ids], act: wanted },
      {
        onSuccess: ({ changedBack, leftCount }) => {
          const left = leftCount === 0 ? '' : ` ${t('chosen.left', { count: leftCount })}`;
          clear();
          if (changedBack.length === 0) return showNotice(`${t('chosen.nothingChanged')}${left}`);
          showUndoNotice({
            topic: 'tickets',
            message: `${t('chosen.done', { count: changedBack.length, what })}${left}`,
            onUndo: () => changeBack({ changes: changedBack }),
          });
        },
      },
    );
  const stageNames = [...new Set((choices?.stages ?? []).map(({ name }) => name))];
  const tags = choices?.tags ?? [];
  const [one, other, ...more] = ids;
  const chevron = <IconChevronDown size={14} aria-hidden />;
  return (
    <section className={styles['bar']} aria-label={t('chosen.label')} data-testid="chosen-tickets">
      <Text size="sm" fw={600} aria-live="polite" flex={1}>
        {ids.size === MOST_CHOSEN_TICKETS && count > MOST_CHOSEN_TICKETS
          ? t('chosen.most', { count: ids.size })
          : t('chosen.count', { count: ids.size })}
      </Text>
      <Group gap={6} wrap="nowrap">
        <Button
          variant="default"
          leftSection={<IconUserCheck size={15} stroke={1.75} aria-hidden />}
          disabled={change.isPending || choices?.userRemoteId == null}
          onClick={() => act({ kind: 'take' }, t('chosen.taken'))}
        >
          {t('chosen.take')}
        </Button>
        <Menu position="top-end" shadow="md">
          <Menu.Target>
            <Button variant="default" rightSection={chevron} disabled={change.isPending || stageNames.length === 0}>
              {t('chosen.stage')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} className={styles['menu']}>
            {stageNames.map((stageName) => (
              <Menu.Item key={stageName} onClick={() => act({ kind: 'move-to-stage', stageName }, stageName)}>
                {stageName}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Menu position="top-end" shadow="md">
          <Menu.Target>
            <Button variant="default" rightSection={chevron} disabled={change.isPending || tags.length === 0}>
              {t('chosen.tag')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown mah={320} className={styles['menu']}>
            <Menu.Label>{t('chosen.addTag')}</Menu.Label>
            {tags.map(({ remoteId, name }) => (
              <Menu.Item
                key={remoteId}
                onClick={() => act({ kind: 'add-tag', tagRemoteId: remoteId }, t('chosen.tagged', { name }))}
              >
                {name}
              </Menu.Item>
            ))}
            <Menu.Label>{t('chosen.removeTag')}</Menu.Label>
            {tags.map(({ remoteId, name }) => (
              <Menu.Item
                key={remoteId}
                aria-label={t('chosen.untag', { name })}
                onClick={() => act({ kind: 'remove-tag', tagRemoteId: remoteId }, t('chosen.untagged', { name }))}
              >
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {one !== undefined && other !== undefined && more.length === 0 && <MergeChosenButton one={one} other={other} />}
        <Tooltip label={`${t('chosen.clear')} (Esc)`}>
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={t('chosen.clear')} onClick={clear}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </section>
  );
}
