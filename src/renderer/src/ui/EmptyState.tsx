import { Text, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './EmptyState.module.css';

const cx = classNames(styles);

interface EmptyStateProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly level?: 1 | 2 | 3;
  readonly children?: ReactNode;
}

/** Says why there is nothing here, and what to do next. */
export function EmptyState({ icon: StateIcon, title, text, level = 2, children }: EmptyStateProps) {
  return (
    <div className={cx('state')}>
      <StateIcon size={28} stroke={1.5} aria-hidden className={cx('icon')} />
      <Title order={level} size="h3">
        {title}
      </Title>
      <Text size="sm" c="dimmed" maw={360}>
        {text}
      </Text>
      {children}
    </div>
  );
}
