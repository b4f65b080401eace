import { Kbd, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './KeyHelp.module.css';
import { TOOLS } from './tools';

const cx = classNames(styles);

const KEYS = [
  'place',
  'write',
  'move',
  'resize',
  'snap',
  'callout',
  'walk',
  'all',
  'copy',
  'copyPicture',
  'duplicate',
  'reorder',
  'remove',
  'undo',
  'color',
  'weight',
  'redactionLook',
  'zoom',
  'pan',
  'cancel',
  'save',
] as const;

/** Every key of the editor. */
export function KeyHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['capture', 'common']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      <div className={cx('columns')}>
        <dl className={cx('keys')}>
          {TOOLS.map(({ tool, key }) => (
            <div key={tool}>
              <dt>
                <Kbd>{key.toUpperCase()}</Kbd>
              </dt>
              <dd>{t(`editor.tool.${tool}`)}</dd>
            </div>
          ))}
        </dl>
        <dl className={cx('keys')}>
          {KEYS.map((name) => (
            <div key={name}>
              <dt>
                <Kbd>{t(`keys.${name}.keys`)}</Kbd>
              </dt>
              <dd>{t(`keys.${name}.does`)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Modal>
  );
}
