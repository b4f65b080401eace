import { formatClockDuration } from '@core/time/duration-text';
import type { TimerView } from '@ipc/timer-views';
import { UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './FloatingTimer.module.css';

const cx = classNames(styles);

interface SwitchListProps {
  readonly timers: readonly TimerView[];
  readonly onChosen: (timerId: TimerView['id']) => void;
  readonly onClosed: () => void;
}

/** The paused timers that can be switched to. The keyboard goes to the first, and back to where it was on Escape. */
export function SwitchList({ timers, onChosen, onClosed }: SwitchListProps) {
  const { t } = useTranslation('floating');
  const listRef = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    listRef.current?.querySelector('button')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <ul
      ref={listRef}
      className={cx('list')}
      aria-label={t('switchTo')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClosed();
      }}
    >
      {timers.map((timer) => (
        <li key={timer.id}>
          <UnstyledButton className={cx('row')} onClick={() => onChosen(timer.id)}>
            <span className={cx('number')}>{timer.ticketNumber}</span>
            <span className={cx('title')}>{timer.ticketTitle}</span>
            <span className={cx('worked')}>{formatClockDuration(timer.workedSeconds)}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
