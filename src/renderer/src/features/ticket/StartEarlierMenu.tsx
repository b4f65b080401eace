import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTimerToggle } from '../../api/use-timer-toggle';
import { EARLIER_MINUTES } from '../../ui/earlier-start';
import { formatMinutes } from '../../ui/format';
import { useStartWords } from '../../ui/use-start-words';
import { useWorkbenchActions } from '../../ui/workbench-actions';

/** The second half of the start button: the work began some time ago. */
export function StartEarlierMenu({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation('timer');
  return (
    <Menu position="bottom-end" shadow="md" width={340} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button px={6} aria-label={t('earlier.menu')} title={t('earlier.menu')}>
          <IconChevronDown size={16} stroke={2} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('earlier.menu')}>
        <Choices ticketId={ticketId} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Choices({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation('timer');
  const { startEarlier } = useTimerToggle();
  const { startTimerEarlier } = useWorkbenchActions();
  const words = useStartWords();
  return (
    <>
      <Menu.Label>{t('earlier.label')}</Menu.Label>
      {EARLIER_MINUTES.map((minutes) => (
        <Menu.Item
          key={minutes}
          onClick={() => startEarlier(ticketId, minutes)}
          rightSection={
            <Text component="span" size="xs">
              {words.from(minutes)}
            </Text>
          }
        >
          {t('earlier.ago', { time: formatMinutes(minutes) })}
        </Menu.Item>
      ))}
      <Menu.Item onClick={() => startTimerEarlier(ticketId)}>{t('earlier.other')}</Menu.Item>
      {words.bound !== null && (
        <>
          <Menu.Divider />
          <Menu.Label fw={400}>{words.bound}</Menu.Label>
        </>
      )}
    </>
  );
}
