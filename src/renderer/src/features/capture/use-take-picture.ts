import type { TicketId } from '@core/ids';
import type { RequestInput } from '@ipc/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { noteActivity } from '../../api/activity-notes';
import { useCommand } from '../../api/use-command';
import { screenshotKey } from './screenshot-query';

/** What a picture is taken of, and when. */
export type PictureRequest = Pick<RequestInput<'capture:take'>, 'target' | 'delaySeconds'>;

interface PictureListener {
  /** Called before the editor opens. */
  readonly onTaken: () => void;
  readonly onFailed?: (error: unknown) => void;
}

/** Takes a picture for a ticket, or for none, and opens it in the editor. Failures are the caller's to show. */
export function useTakePicture(ticketId: TicketId | null, { onTaken, onFailed }: PictureListener) {
  const [, navigate] = useLocation();
  const queryClient = useQueryClient();
  const take = useCommand('capture:take', { showsFailure: true });
  const takePicture = (picture: PictureRequest) => {
    // The editor's code is read while the picture is being taken.
    void import('./CaptureEditor');
    take.mutate(
      { ticketId, ...picture },
      {
        onSuccess: (screenshot) => {
          queryClient.setQueryData(screenshotKey(screenshot.id), screenshot);
          if (ticketId !== null) noteActivity(ticketId, 'captured');
          onTaken();
          navigate(`/capture/${screenshot.id}`);
        },
        onError: (error) => onFailed?.(error),
      },
    );
  };
  return { take, takePicture };
}
