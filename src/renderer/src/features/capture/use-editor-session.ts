import type { DrawingHistory } from '@core/capture/drawing-history';
import type { Drawing } from '@core/capture/shapes';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef, useState } from 'react';
import type { Details } from './details';
import { changeEditor, type EditorState, startEditor } from './editor-state';
import { measureMarkText } from './measure-text';
import { screenshotKey } from './screenshot-query';
import { readRememberedLook, useRememberedLook } from './use-remembered-look';

/** What lasts as long as the window, beside what is kept of a draft: the way back. */
const historyKey = (screenshotId: string) => [...screenshotKey(screenshotId), 'history'] as const;

function begin(queryClient: QueryClient, screenshot: ScreenshotView): { state: EditorState; details: Details } {
  const { id, width, height, drawing, address, addressSource, title, ticketId, message } = screenshot;
  const measures = { picture: { width, height }, textWidth: measureMarkText };
  const state = startEditor(drawing, measures, readRememberedLook());
  const before = queryClient.getQueryData<DrawingHistory>(historyKey(id));
  const isSameDrawing = JSON.stringify(before?.present) === JSON.stringify(drawing);
  return {
    state: before !== undefined && isSameDrawing ? { ...state, history: before } : state,
    details: {
      address,
      addressSource,
      title,
      ticketId,
      ...message,
    },
  };
}

/** A draft in the editor: as it was kept, and where somebody left it in this window also with the way back. */
export function useEditorSession(screenshot: ScreenshotView) {
  const queryClient = useQueryClient();
  const { id } = screenshot;
  const [begun] = useState(() => begin(queryClient, screenshot));
  const [state, dispatch] = useReducer(changeEditor, begun.state);
  const [details, setDetails] = useState(begun.details);
  useRememberedLook(state.look);

  const latest = useRef(state.history);
  useEffect(() => {
    latest.current = changeEditor(state, { kind: 'settle' }).history;
  });
  useEffect(() => {
    queryClient.setQueryDefaults(historyKey(id), { gcTime: Number.POSITIVE_INFINITY });
    return () => {
      // Gone with the draft, once that was saved or discarded.
      const isDraft = queryClient.getQueryData(screenshotKey(id)) !== undefined;
      if (isDraft) queryClient.setQueryData(historyKey(id), latest.current);
    };
  }, [queryClient, id]);
  return { state, dispatch, details, setDetails };
}

/** The drawing to keep: with what is being written, but without what is only being dragged. */
export function drawingToKeep(state: EditorState): Drawing {
  const settled = state.writingId === null ? state : changeEditor(state, { kind: 'settle' });
  return settled.history.present;
}
