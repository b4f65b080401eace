import { copyMarks, duplicateMarks, readCopiedMarks } from '@core/capture/mark-clipboard';
import { parseWebAddress } from '@core/ticket/odoo-address';
import { type Dispatch, useEffect, useEffectEvent } from 'react';
import { type EditorAction, type EditorState, selectedShapes, visibleShapes } from './editor-state';
import { isTyping } from './use-editor-keys';

interface MarkClipboardOptions {
  readonly state: EditorState;
  readonly dispatch: Dispatch<EditorAction>;
  readonly onAddress: (address: string) => void;
}

/**
 * Copies, cuts and pastes marks, also from one picture to another: they stand on the system's clipboard as a text. A web
 * address that is pasted becomes the picture's; whatever else is on the clipboard is left to others.
 */
export function useMarkClipboard({ state, dispatch, onAddress }: MarkClipboardOptions) {
  /** Answers whether there was anything to copy. */
  const copy = (event: ClipboardEvent): boolean => {
    const selected = selectedShapes(state);
    const isTextSelected = window.getSelection()?.isCollapsed === false;
    if (isTyping(event) || isTextSelected || selected.length === 0 || event.clipboardData === null) return false;
    event.clipboardData.setData('text/plain', copyMarks(selected));
    event.preventDefault();
    return true;
  };
  const onCopy = useEffectEvent((event: ClipboardEvent) => void copy(event));
  const onCut = useEffectEvent((event: ClipboardEvent) => {
    if (copy(event)) dispatch({ kind: 'remove', shapeIds: state.selectedIds });
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (isTyping(event)) return;
    const text = event.clipboardData?.getData('text/plain').trim() ?? '';
    const marks = readCopiedMarks(text);
    if (marks !== null) {
      const target = {
        existing: visibleShapes(state),
        makeId: () => crypto.randomUUID(),
        measures: state.measures,
      };
      dispatch({ kind: 'add', shapes: duplicateMarks(marks, target) });
    } else if (parseWebAddress(text) !== null) onAddress(text);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const copyListener = (event: ClipboardEvent) => onCopy(event);
    const cutListener = (event: ClipboardEvent) => onCut(event);
    const pasteListener = (event: ClipboardEvent) => onPaste(event);
    document.addEventListener('copy', copyListener);
    document.addEventListener('cut', cutListener);
    window.addEventListener('paste', pasteListener);
    return () => {
      document.removeEventListener('copy', copyListener);
      document.removeEventListener('cut', cutListener);
      window.removeEventListener('paste', pasteListener);
    };
  }, []);
}
