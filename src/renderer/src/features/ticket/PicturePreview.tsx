import type { RequestOutput } from '@ipc/contract';
import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestFailed } from '../../api/client';
import { classNames } from '../../ui/class-names';
import { AttachmentFailure } from './AttachmentFailure';
import styles from './AttachmentsSection.module.css';

const cx = classNames(styles);

interface PicturePreviewProps {
  readonly name: string;
  readonly picture: NonNullable<RequestOutput<'attachment:open'>>;
  readonly onClose: () => void;
}

/** A picture from a ticket, shown in the window itself. It is of a type that cannot run anything. */
export function PicturePreview({ name, picture, onClose }: PicturePreviewProps) {
  const { t } = useTranslation(['ticket', 'common']);
  const [url] = useState(() => URL.createObjectURL(new Blob([picture.bytes], { type: `image/${picture.type}` })));
  const [isDamaged, setIsDamaged] = useState(false);
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size="auto"
      centered
      closeButtonProps={{ 'aria-label': t('common:action.close') }}
    >
      {isDamaged ? (
        <AttachmentFailure
          error={new RequestFailed('picture-invalid', '')}
          title={t('ticket:attachments.failed.file')}
        />
      ) : (
        <img
          className={cx('picture')}
          data-testid="preview"
          src={url}
          alt={t('ticket:attachments.preview', { name })}
          // Once decoded the picture is kept by the window itself.
          onLoad={() => URL.revokeObjectURL(url)}
          onError={() => setIsDamaged(true)}
        />
      )}
    </Modal>
  );
}
