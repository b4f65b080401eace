import { Button } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/use-format';
import styles from './Message.module.css';
import type { useMessagePictures } from './use-message-pictures';

const cx = classNames(styles);

/** Asks for the pictures of a message that are on servers; who will notice is said before. */
export function PictureLoader({ loading }: { readonly loading: ReturnType<typeof useMessagePictures> }) {
  const { t } = useTranslation('ticket');
  const format = useFormat();
  const { waitingCount, hasFailed, elsewhereHosts, isLoading, load } = loading;
  if (waitingCount === 0) return null;
  return (
    <div className={cx('pictures')}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPhotoDown size={15} stroke={1.75} aria-hidden />}
        loading={isLoading}
        onClick={load}
      >
        {hasFailed ? t('picture.loadAgain') : t('picture.load', { count: waitingCount })}
      </Button>
      {elsewhereHosts.length > 0 && (
        <span className={cx('quiet')}>{t('picture.whoNotices', { hosts: format.names(elsewhereHosts) })}</span>
      )}
    </div>
  );
}
