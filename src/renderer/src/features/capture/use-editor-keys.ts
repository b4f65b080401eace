import type { Shape } from '@core/capture/shapes';
import { parseWebAddress } from '@core/ticket/odoo-address';
import { type Dispatch, type RefObject, useEffect, useEffectEvent } from 'react';
import { TOOLS } from './EditorToolbar';
import type { EditorAction, EditorState } from './editor-state';
import { moveShape, type Point, resizeShape, type Size, shapeAround } from './shape-edits';
import type { Zoom } from './use-zoom';

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="option"]';
const MODAL = '[role="dialog"][aria-modal="true"]';
const ASKING = '[role="dialog"]';
const STEP_PX = 10;

const DIRECTIONS: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
]);

interface EditorKeys {
  readonly state: EditorState;
  readonly selected: Shape | null;
  readonly picture: Size;
  readonly canvasRef: RefObject<HTMLElement | null>;
  readonly dispatch: Dispatch<EditorAction>;
  readonly zoom: Zoom;
  readonly onSave: () => void;
  readonly onAddress: (address: string) => void;
}

/** The editor's keys, wherever the focus is in it, except where somebody types. */
export function useEditorKeys(editor: EditorKeys) {
  const { state, selected, picture, canvasRef, dispatch, zoom } = editor;

  /** Answers whether the key was for the editor. */
  const pressWithCtrl = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase();
    if (key === 's' || key === 'enter') editor.onSave();
    else if (isTyping(event)) return false;
    else if (key === 'z') dispatch({ kind: event.shiftKey ? 'redo' : 'undo' });
    else if (key === 'y') dispatch({ kind: 'redo' });
    else return nudge(event, 1);
    return true;
  };

  /** Moves the selected shape, or its last end with Shift. One press, however long, is one step of the history. */
  const nudge = (event: KeyboardEvent, stepPx: number): boolean => {
    const direction = DIRECTIONS.get(event.key);
    if (direction === undefined || selected === null) return false;
    const by = { x: direction.x * stepPx, y: direction.y * stepPx };
    const change = event.shiftKey ? resizeShape : moveShape;
    dispatch({ kind: 'draft', shape: change(selected, by, picture) });
    return true;
  };

  const press = (event: KeyboardEvent): boolean => {
    const tool = TOOLS.find(({ key }) => key === event.key.toLowerCase());
    if (tool !== undefined) {
      dispatch({ kind: 'choose-tool', tool: tool.tool });
      // Enter then draws; on the button that had the focus it would press the button.
      canvasRef.current?.focus({ preventScroll: true });
      return true;
    }
    switch (event.key) {
      case 'Enter': {
        const isOnCanvas = event.target === canvasRef.current || event.target === document.body;
        if (!isOnCanvas || state.tool === 'select' || event.repeat) return false;
        const center = { x: picture.width / 2, y: picture.height / 2 };
        dispatch({ kind: 'add', shape: shapeAround(state.tool, crypto.randomUUID(), center, picture) });
        return true;
      }
      case 'Delete':
      case 'Backspace':
        if (selected !== null) dispatch({ kind: 'remove', shapeId: selected.id });
        return true;
      case 'Escape':
        dispatch({ kind: 'cancel' });
        return true;
      case '+':
        zoom.zoomIn();
        return true;
      case '-':
        zoom.zoomOut();
        return true;
      case '0':
        zoom.fit();
        return true;
      default:
        return nudge(event, STEP_PX);
    }
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.altKey || document.querySelector(MODAL) !== null || isIn(event, ASKING)) return;
    let isUsed = false;
    if (event.ctrlKey || event.metaKey) isUsed = pressWithCtrl(event);
    else if (!isTyping(event)) isUsed = press(event);
    else if (event.key === 'Escape' && !isListOpen(event)) canvasRef.current?.focus();
    if (isUsed) event.preventDefault();
  });
  const onKeyUp = useEffectEvent((event: KeyboardEvent) => {
    if (DIRECTIONS.has(event.key)) dispatch({ kind: 'settle' });
  });
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (isTyping(event) || parseWebAddress(text) === null) return;
    event.preventDefault();
    editor.onAddress(text);
  });
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => onKeyDown(event);
    const keyUp = (event: KeyboardEvent) => onKeyUp(event);
    const paste = (event: ClipboardEvent) => onPaste(event);
    // Before anything else sees the key: an open tooltip would keep Escape to itself.
    window.addEventListener('keydown', keyDown, { capture: true });
    window.addEventListener('keyup', keyUp);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('keydown', keyDown, { capture: true });
      window.removeEventListener('keyup', keyUp);
      window.removeEventListener('paste', paste);
    };
  }, []);
}

function isIn({ target }: Event, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function isTyping(event: Event): boolean {
  return isIn(event, TYPING);
}

/** Escape in an open list closes the list, and no more. */
function isListOpen({ target }: Event): boolean {
  return target instanceof Element && target.getAttribute('aria-expanded') === 'true';
}
