import { type Icon, IconListDetails, IconRefresh, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { classNames } from '../ui/class-names';
import type { Place } from './location';
import styles from './NavRail.module.css';

const cx = classNames(styles);

interface NavRailProps {
  readonly view: Place['view'];
  readonly queuePath: string;
}

/** The way between the views. */
export function NavRail({ view, queuePath }: NavRailProps) {
  const { t } = useTranslation();
  const items: readonly { name: 'queue' | 'sync' | 'settings'; icon: Icon; path: string }[] = [
    { name: 'queue', icon: IconListDetails, path: queuePath },
    { name: 'sync', icon: IconRefresh, path: '/sync' },
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
          <span>{t(`nav.${name}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
