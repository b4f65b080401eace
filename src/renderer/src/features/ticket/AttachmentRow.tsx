import type { TicketId } from '@core/ids';
import type { RequestOutput } from '@ipc/contract';
import type { AttachmentView } from '@ipc/requests/attachments';
import { Badge, Button, Progress, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryKeys } from '../../api/query-keys';
import { useCommand } from '../../api/use-command';
import { useEvent } from '../../api/use-event';
import { classNames } from '../../ui/class-names';
import { useFormat } from '../../ui/use-format';
import { AttachmentFailure } from './AttachmentFailure';
import styles from './AttachmentsSection.module.css';
import { PicturePreview } from './PicturePreview';

const cx = classNames(styles);

interface AttachmentRowProps {
  readonly ticketId: TicketId;
  readonly attachment: AttachmentView;
}

/** One file: what it is, where it is, and what can be done with it. */
export function AttachmentRow({ ticketId, attachment }: AttachmentRowProps) {
  const { t } = useTranslation(['ticket', 'common']);
  const format = useFormat();
  const [received, setReceived] = useState(0);
  const [shown, setShown] = useState<RequestOutput<'attachment:open'>>(null);
  const options = { showsFailure: true, changes: [queryKeys.attachments(ticketId)] };
  const save = useCommand('attachment:save', options);
  const open = useCommand('attachment:open', options);
  const cancel = useCommand('attachment:cancel');
  const { remoteId, sizeBytes, uploaderName, isHere, isGone, isPicture } = attachment;
  useEvent('attachment:progressed', (progress) => {
    if (progress.remoteId === remoteId) setReceived(progress.receivedBytes);
  });

  const name = attachment.fileName === '' ? t('ticket:attachments.unnamed') : attachment.fileName;
  const isUnderWay = save.isPending || open.isPending;
  const error = save.error ?? open.error;
  const begin = () => {
    setReceived(0);
    save.reset();
    open.reset();
  };
  const startSaving = () => {
    begin();
    save.mutate({ remoteId });
  };
  const startOpening = () => {
    begin();
    open.mutate({ remoteId }, { onSuccess: setShown });
  };
  const detail = { size: format.fileSize(sizeBytes), at: format.dayTime(attachment.createdAt), who: uploaderName };

  return (
    <li className={cx('row')} data-testid="attachment">
      <div className={cx('words')}>
        <span className={cx('name')}>{name}</span>
        <span className={cx('quiet')}>
          {t(uploaderName === '' ? 'ticket:attachments.detailNameless' : 'ticket:attachments.detail', detail)}
        </span>
      </div>
      {isGone && (
        <Badge variant="default" size="sm" className={cx('mark')}>
          {t('ticket:attachments.gone')}
        </Badge>
      )}
      {isHere && (
        <Badge variant="default" size="sm" className={cx('mark')}>
          {t('ticket:attachments.here')}
        </Badge>
      )}
      <div className={cx('acts')}>
        {isUnderWay ? (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={t('ticket:attachments.cancelNamed', { name })}
            onClick={() => cancel.mutate({ remoteId })}
          >
            {t('common:action.cancel')}
          </Button>
        ) : (
          <>
            {isPicture && (
              <Button
                variant="default"
                size="compact-xs"
                aria-label={t('ticket:attachments.openNamed', { name })}
                onClick={startOpening}
              >
                {t('ticket:attachments.open')}
              </Button>
            )}
            <Button
              variant="default"
              size="compact-xs"
              aria-label={t('ticket:attachments.saveNamed', { name })}
              onClick={startSaving}
            >
              {t('ticket:attachments.save')}
            </Button>
          </>
        )}
      </div>
      {isUnderWay && !isHere && (
        <div className={cx('wide')}>
          <Progress
            value={sizeBytes === 0 ? 100 : (100 * received) / sizeBytes}
            aria-label={t('ticket:attachments.progressOf', { name })}
          />
          <Text size="xs" c="dimmed" mt={4}>
            {t('ticket:attachments.progress', { received: format.fileSize(received), total: detail.size })}
          </Text>
        </div>
      )}
      <div role="status" className={cx('wide', 'quiet')}>
        {save.data?.isSaved === true && t('ticket:attachments.saved', { name })}
      </div>
      {error && (
        <div className={cx('wide')}>
          <AttachmentFailure error={error} title={t('ticket:attachments.failed.file')} />
        </div>
      )}
      {shown && <PicturePreview name={name} picture={shown} onClose={() => setShown(null)} />}
    </li>
  );
}
