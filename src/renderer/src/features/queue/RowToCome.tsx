import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './QueueRowView.module.css';

const cx = classNames(styles);

interface RowToComeProps {
  readonly index: number;
  readonly count: number;
  readonly top: number;
  readonly optionId: string;
  /** Whether it stands in a search. */
  readonly isFound: boolean;
}

/** The place of a ticket that is being read. */
export function RowToCome({ index, count, top, optionId, isFound }: RowToComeProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list box holds the keyboard
    <div
      id={optionId}
      role="option"
      aria-selected={false}
      aria-setsize={count}
      aria-posinset={index + 1}
      className={cx('row', isFound && 'found')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <span className={cx('hidden')}>{t('loading')}</span>
      <Skeleton className={cx('why')} height={12} width={96} animate={false} />
      <Skeleton height={12} width="60%" animate={false} />
      <Skeleton className={cx('below')} height={10} width="35%" animate={false} />
    </div>
  );
}
