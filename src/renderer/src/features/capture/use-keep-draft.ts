import type { AddressSource } from '@core/capture/address-source';
import type { Drawing } from '@core/capture/shapes';
import type { ScreenshotId, TicketId } from '@core/ids';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useCommand } from '../../api/use-command';
import { screenshotKey } from './screenshot-query';

const QUIET_MS = 500;

/** What is kept of a draft. `drawing` is null while the stored one is to stay as it is. */
export interface DraftContent {
  readonly ticketId: TicketId | null;
  readonly address: string;
  readonly addressSource: AddressSource | null;
  readonly title: string;
  readonly drawing: Drawing | null;
  readonly message: ScreenshotView['message'];
}

interface KeepDraftOptions {
  readonly screenshotId: ScreenshotId;
  /** The same object as long as nothing changes. */
  readonly content: DraftContent;
  /** While it is being saved or discarded nothing is kept: afterwards there is no draft any more. */
  readonly isPaused: boolean;
}

/** How far what was drawn and written has come on its way to the disk. */
export type Keeping = 'kept' | 'keeping' | 'failed';

/**
 * Keeps a draft while somebody works on it: half a second after the last change, and at once when they leave it, turn to
 * another window or close this one. A failure is told at the edge of the window, also when the editor is gone by then.
 */
export function useKeepDraft({ screenshotId, content, isPaused }: KeepDraftOptions) {
  const queryClient = useQueryClient();
  const { mutate, isPending, isError } = useCommand('screenshot:keep-draft');
  const text = useMemo(() => JSON.stringify(content), [content]);
  const keptText = useRef(text);
  const isDone = useRef(false);

  const flush = useEffectEvent(() => {
    if (isDone.current || isPaused || keptText.current === text) return;
    keptText.current = text;
    // Whoever comes back before the answer does finds what they left.
    queryClient.setQueryData<ScreenshotView>(
      screenshotKey(screenshotId),
      (before) => before && afterKeeping(before, content),
    );
    mutate(
      { screenshotId, ...content },
      {
        onError: () => {
          // The next change, or leaving, tries again.
          keptText.current = '';
        },
      },
    );
  });

  useEffect(() => {
    if (isPaused || keptText.current === text) return undefined;
    const timer = setTimeout(() => flush(), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text, isPaused]);

  useEffect(() => {
    const flushNow = () => flush();
    window.addEventListener('blur', flushNow);
    // Before the main process hears that the window is gone, and closes the file.
    window.addEventListener('beforeunload', flushNow);
    document.addEventListener('visibilitychange', flushNow);
    return () => {
      window.removeEventListener('blur', flushNow);
      window.removeEventListener('beforeunload', flushNow);
      document.removeEventListener('visibilitychange', flushNow);
      flush();
    };
  }, []);

  const keeping: Keeping = isPending ? 'keeping' : isError ? 'failed' : 'kept';
  return {
    keeping,
    /** Says that there is no draft to keep any more. */
    stop: () => {
      isDone.current = true;
    },
  };
}

function afterKeeping(before: ScreenshotView, { drawing, ...words }: DraftContent): ScreenshotView {
  return { ...before, ...words, ...(drawing === null ? {} : { drawing, drawingProblem: null }) };
}
