import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './KeyHints.module.css';

const cx = classNames(styles);

/** The keys worth knowing first. */
export function KeyHints() {
  const { t } = useTranslation(['ticket', 'settings']);
  const hints = [
    [t('settings:keyName.space'), t('ticket:none.keys.space')],
    ['C', t('ticket:none.keys.capture')],
    ['/', t('ticket:none.keys.search')],
    ['Ctrl + K', t('ticket:none.keys.palette')],
  ] as const;
  return (
    <dl className={cx('hints')}>
      {hints.map(([key, meaning]) => (
        <div key={key} className={cx('hint')}>
          <dt>
            <Kbd size="xs">{key}</Kbd>
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
