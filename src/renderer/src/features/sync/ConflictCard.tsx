import type { Instant } from '@core/time/instant';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/use-format';
import styles from './ConflictList.module.css';

const cx = classNames(styles);

const VERSIONS = ['base', 'mine', 'theirs'] as const;
export type VersionName = (typeof VERSIONS)[number];

interface ConflictCardProps {
  /** What it is about, which is also the way there. */
  readonly what: string;
  readonly about: string;
  /** Who decides, in a sentence. */
  readonly rule: string;
  readonly foundAt: Instant;
  readonly onOpen: () => void;
  readonly choices: ReactNode;
  readonly version: (name: VersionName) => ReactNode;
  /** What stands below the versions. */
  readonly children?: ReactNode;
}

/** One thing that both sides changed: the three versions side by side, and what can be said to that. */
export function ConflictCard({ what, about, rule, foundAt, onOpen, choices, version, children }: ConflictCardProps) {
  const { t } = useTranslation('sync');
  const format = useFormat();
  return (
    <li className={cx('conflict')}>
      <div className={cx('head')}>
        <div>
          <UnstyledButton className={cx('open')} onClick={onOpen}>
            {what}
          </UnstyledButton>{' '}
          <span className={cx('ticket')}>{about}</span>
          <p className={cx('rule')}>
            {rule} {t('conflict.found', { at: format.dayTime(foundAt) })}
          </p>
        </div>
        {choices}
      </div>
      <dl className={cx('versions')}>
        {VERSIONS.map((name) => (
          <div key={name} className={cx('version', name)}>
            <dt>{t(`conflict.${name}`)}</dt>
            <dd>{version(name)}</dd>
          </div>
        ))}
      </dl>
      {children}
    </li>
  );
}
