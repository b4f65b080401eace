import { Title } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { classNames } from './class-names';
import { useFocusTarget } from './focus-targets';
import styles from './Page.module.css';

const cx = classNames(styles);

interface PageProps {
  readonly title: string;
  readonly testId: string;
  readonly children: ReactNode;
  /** What stays beside it while it is scrolled, where there is room. It is given the element that scrolls. */
  readonly aside?: (page: HTMLElement) => ReactNode;
}

/** A view that is read from top to bottom. */
export function Page({ title, testId, children, aside }: PageProps) {
  const focusTarget = useFocusTarget('page');
  const [page, setPage] = useState<HTMLElement | null>(null);
  const pageRef = useMergedRef(focusTarget, setPage);
  return (
    // It scrolls, so the keyboard has to reach it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section ref={pageRef} className={cx('page')} aria-label={title} tabIndex={0} data-testid={testId}>
      <div className={cx('column')}>
        <Title order={1}>{title}</Title>
        {children}
      </div>
      {aside !== undefined && page !== null && <div className={cx('aside')}>{aside(page)}</div>}
    </section>
  );
}
