import { formatClockDuration } from '@core/time/duration-text';
import type { TimerView } from '@ipc/timer-views';
import { ActionIcon, Button, Popover, Text, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command';
import { classNames } from '../../ui/class-names';
import { useWorkbenchActions } from '../../ui/workbench-actions';
import styles from './PausedTimers.module.css';

const cx = classNames(styles);

/** The paused timers behind one button, each of which can be resumed or stopped. */
export function PausedTimers({ timers }: { readonly timers: readonly TimerView[] }) {
  const { t } = useTranslation(['timer', 'common']);
  const { stopTimer } = useWorkbenchActions();
  const resume = useCommand('timer:resume');
  const [isOpen, setIsOpen] = useState(false);

  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={16} stroke={1.75} aria-hidden />}
          onClick={() => setIsOpen((isShown) => !isShown)}
        >
          {t('timer:paused', { count: timers.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label={t('timer:pausedTitle')}>
        <ul className={cx('list')} aria-label={t('timer:pausedTitle')}>
          {timers.map((timer) => (
            <li key={timer.id} className={cx('row')}>
              <div className={cx('ticket')}>
                <Text size="sm" truncate>
                  <strong>{timer.ticketNumber}</strong> {timer.ticketTitle}
                </Text>
                <Text size="xs" c="dimmed" truncate>
                  {timer.customerName ?? t('common:noCustomer')}
                </Text>
              </div>
              <span className={cx('elapsed')}>{formatClockDuration(timer.workedSeconds)}</span>
              <Tooltip label={t('timer:resumeOn', { number: timer.ticketNumber })}>
                <ActionIcon
                  variant="default"
                  size="md"
                  aria-label={t('timer:resumeOn', { number: timer.ticketNumber })}
                  onClick={() => {
                    setIsOpen(false);
                    resume.mutate({ timerId: timer.id });
                  }}
                >
                  <IconPlayerPlayFilled size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t('timer:stopOn', { number: timer.ticketNumber })}>
                <ActionIcon
                  variant="default"
                  size="md"
                  aria-label={t('timer:stopOn', { number: timer.ticketNumber })}
                  onClick={() => {
                    setIsOpen(false);
                    stopTimer(timer.id);
                  }}
                >
                  <IconPlayerStopFilled size={16} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
