import { useTranslation } from 'react-i18next';
import type { RequestFailed } from '../../api/client';
import { FailureText } from '../../ui/FailureText';

interface AttachmentFailureProps {
  readonly error: RequestFailed;
  readonly title: string;
}

/** Why a list or a file did not come, and what is still here. */
export function AttachmentFailure({ error, title }: AttachmentFailureProps) {
  const { t } = useTranslation('ticket');
  switch (error.code) {
    case 'working-offline':
    case 'portal-unreachable':
    case 'picture-invalid':
    case 'file-not-written':
      return <FailureText error={error} title={title} sentence={t(`attachments.failed.${error.code}`)} />;
    default:
      return <FailureText error={error} title={title} />;
  }
}
