import { Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { classNames } from '../../ui/class-names';
import styles from './SettingsSection.module.css';

const cx = classNames(styles);

interface SettingsSectionProps {
  readonly title: string;
  readonly help?: string;
  readonly children: ReactNode;
}

/** Settings that belong together. */
export function SettingsSection({ title, help, children }: SettingsSectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={cx('section')}>
      <div>
        <Title order={2} size="h3" id={headingId} tabIndex={-1} className={cx('title')} data-settings-section>
          {title}
        </Title>
        {help !== undefined && (
          <Text size="sm" c="dimmed" mt={4}>
            {help}
          </Text>
        )}
      </div>
      <div className={cx('fields')}>{children}</div>
    </section>
  );
}
