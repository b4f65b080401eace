import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { classNames } from './class-names';

const cx = classNames(styles);

interface BannerProps {
  readonly tone: 'quiet' | 'warn' | 'danger';
  readonly icon: Icon;
  readonly actions: ReactNode;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** One line across the window: an icon, a sentence and what can be done about it. */
export function Banner({ tone, icon: BannerIcon, actions, children, testId }: BannerProps) {
  return (
    <div className={cx('banner', tone)} data-testid={testId}>
      <BannerIcon size={18} stroke={1.75} aria-hidden className={cx('icon')} />
      <p className={cx('text')}>{children}</p>
      <div className={cx('actions')}>{actions}</div>
    </div>
  );
}
