import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { useFocusTarget } from './focus-targets';
import styles from './Page.module.css';

const cx = classNames(styles);

interface PageProps {
  readonly title: string;
  readonly testId: string;
  readonly children: ReactNode;
}

/** A view that is read from top to bottom. */
export function Page({ title, testId, children }: PageProps) {
  const focusTarget = useFocusTarget('page');
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section ref={focusTarget} className={cx('page')} aria-label={title} tabIndex={0} data-testid={testId}>
      <div className={cx('column')}>
        <Title order={1}>{title}</Title>
        {children}
      </div>
    </section>
  );
}
