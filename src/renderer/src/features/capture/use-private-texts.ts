import type { PrivateText } from '@core/capture/private-texts';
import { openProposals, redactionOf } from '@core/capture/redaction-proposals';
import type { ScreenshotId } from '@core/ids';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Dispatch, useCallback, useEffect, useMemo, useState } from 'react';
import { call } from '../../api/client';
import { type EditorAction, type EditorState, visibleShapes } from './editor-state';
import { screenshotKey } from './screenshot-query';

/** The redactions that are proposed for a draft, and what can be done about them. */
export interface PrivateTexts {
  readonly state: 'looking' | 'stopped' | 'failed' | 'done';
  /** Those that are neither redacted nor dismissed. */
  readonly proposals: readonly PrivateText[];
  redact(proposals: readonly PrivateText[]): void;
  /** Proposes these no more, as long as the picture is open. */
  dismiss(proposals: readonly PrivateText[]): void;
  stop(): void;
  look(): void;
}

/** Looks for private texts in the picture of a draft, beside everything else, and keeps an account of what was proposed. */
export function usePrivateTexts(
  screenshotId: ScreenshotId,
  state: EditorState,
  dispatch: Dispatch<EditorAction>,
): PrivateTexts {
  const queryClient = useQueryClient();
  const [isStopped, setStopped] = useState(false);
  const [dismissed, setDismissed] = useState<readonly PrivateText[]>([]);
  const queryKey = useMemo(() => [...screenshotKey(screenshotId), 'private-texts'], [screenshotId]);
  const query = useQuery({
    queryKey,
    queryFn: async () => (await call('capture:find-private-texts', { screenshotId })).found,
    enabled: !isStopped,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const { isFetching, data, refetch } = query;
  useEffect(() => () => void call('capture:stop-finding-private-texts', {}).catch(() => undefined), []);

  const { picture } = state.measures;
  const shapes = visibleShapes(state);
  const proposals = useMemo(
    () =>
      openProposals(
        (data ?? []).filter((found) => !dismissed.includes(found)),
        shapes,
        picture,
      ),
    [data, dismissed, shapes, picture],
  );
  const stop = useCallback(() => {
    setStopped(true);
    void queryClient.cancelQueries({ queryKey });
    void call('capture:stop-finding-private-texts', {}).catch(() => undefined);
  }, [queryClient, queryKey]);
  const look = useCallback(() => {
    setStopped(false);
    void refetch();
  }, [refetch]);

  return {
    state: isFetching && !isStopped ? 'looking' : isStopped ? 'stopped' : query.isError ? 'failed' : 'done',
    proposals,
    redact: (chosen) => {
      const redactions = chosen.flatMap(
        (proposal) => redactionOf(proposal, crypto.randomUUID(), state.look.redaction, picture) ?? [],
      );
      dispatch({ kind: 'add', shapes: redactions });
    },
    dismiss: (chosen) => setDismissed((before) => [...before, ...chosen]),
    stop,
    look,
  };
}
