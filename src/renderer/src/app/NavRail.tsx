import type { RequestOutput } from '@ipc/contract';
import {
  type Icon,
  IconCalendarTime,
  IconChartBar,
  IconListDetails,
  IconPhoto,
  IconRefresh,
  IconSettings,
  IconTable,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { unfiledQuery } from '../api/queries';
import { useHasPortal } from '../api/use-has-portal';
import { classNames } from '../ui/class-names';
import type { Place } from './location';
import styles from './NavRail.module.css';

const cx = classNames(styles);

interface NavRailProps {
  readonly view: Place['view'];
  readonly queuePath: string;
  readonly timesheetPath: string;
}

/** The way between the views. */
export function NavRail({ view, queuePath, timesheetPath }: NavRailProps) {
  const { t } = useTranslation();
  // Without a picture that is on no ticket there is no way to them.
  const unfiledCount = useQuery({ ...unfiledQuery, select: countUnfiled }).data ?? 0;
  const hasPortal = useHasPortal();
  const items: readonly {
    name: 'queue' | 'unfiled' | 'timesheet' | 'reports' | 'sync' | 'settings';
    icon: Icon;
    path: string;
  }[] = [
    { name: 'queue', icon: IconListDetails, path: queuePath },
    ...(unfiledCount > 0 || view === 'unfiled'
      ? [{ name: 'unfiled' as const, icon: IconPhoto, path: '/unfiled' }]
      : []),
    { name: 'timesheet', icon: IconCalendarTime, path: timesheetPath },
    { name: 'reports', icon: IconChartBar, path: '/reports' },
    { name: 'sync', icon: hasPortal ? IconRefresh : IconTable, path: '/sync' },
    { name: 'settings', icon: IconSettings, path: '/settings' },
  ];
  return (
    <nav className={cx('rail')} aria-label={t('nav.label')}>
      {items.map(({ name, icon: ItemIcon, path }) => (
        <Link
          key={name}
          href={path}
          className={cx('item', name === view && 'active')}
          aria-current={name === view ? 'page' : undefined}
        >
          <ItemIcon size={22} stroke={1.5} aria-hidden />
          <span>
            {t(name === 'sync' && !hasPortal ? 'nav.lists' : `nav.${name}`)}
            {name === 'unfiled' && ` ${unfiledCount}`}
          </span>
        </Link>
      ))}
    </nav>
  );
}

function countUnfiled({ screenshots }: RequestOutput<'screenshot:list-unfiled'>): number {
  return screenshots.length;
}
