import { Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './SettingsView.module.css';

const cx = classNames(styles);

/** Every key the workbench listens to. */
export function KeyList() {
  const { t } = useTranslation('settings');
  const keys = [
    [t('key.arrows'), ['↑', '↓', 'Home', 'End', 'Page Up', 'Page Down']],
    [t('key.enter'), ['Enter']],
    [t('key.escape'), ['Esc']],
    [t('key.space'), [t('keyName.space')]],
    [t('key.slash'), ['/']],
    [t('key.n'), ['N']],
    [t('key.c'), ['C']],
    [t('key.t'), ['T']],
    [t('key.r'), ['R']],
    [t('key.g'), ['G']],
    [t('key.s'), ['S']],
    [t('key.undo'), ['Ctrl + Z']],
    [t('key.palette'), ['Ctrl + K']],
    [t('key.save'), ['Ctrl + Enter']],
  ] as const;
  return (
    <dl className={cx('facts')}>
      {keys.map(([meaning, names]) => (
        <div key={meaning} style={{ gridTemplateColumns: '280px 1fr' }}>
          <dt>{meaning}</dt>
          <dd>
            {names.map((name) => (
              <Kbd key={name} size="xs" mr={4}>
                {name}
              </Kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
