import type { TicketId } from '@core/ids';
import { notifications } from '@mantine/notifications';
import { useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client';
import { useEvent } from '../../api/use-event';
import { CaptureFailure } from './CaptureFailure';
import { isCancelled } from './capture-problem';
import { useTakePicture } from './use-take-picture';

interface QuickCaptureProps {
  /** The ticket the picture is taken on; null when it is chosen afterwards. */
  readonly ticketId: TicketId | null;
}

/**
 * Takes a region as soon as somebody asks for it from another program, by keys or in the tray. The workbench comes up
 * with the picture, or with what went wrong, and stays where it is when the person breaks it off.
 */
export function QuickCapture({ ticketId }: QuickCaptureProps) {
  const { t } = useTranslation(['capture', 'common']);
  const { takePicture } = useTakePicture(ticketId, {
    onTaken: () => void call('window:show', {}),
    onFailed: (error) => {
      if (isCancelled(error)) return;
      void call('window:show', {});
      notifications.show({
        message: <CaptureFailure error={error} />,
        autoClose: false,
        withBorder: true,
        closeButtonProps: { 'aria-label': t('common:action.dismiss') },
      });
    },
  });
  const takeRegion = useEffectEvent(() => takePicture({ target: { kind: 'region' } }));
  useEvent('app:start-capture', () => takeRegion());
  return null;
}
