import { type Dispatch, type RefObject, useEffect, useEffectEvent } from 'react';
import { commandOf, commandWhileTyping, isHeldToChange, type KeyCommand } from './editor-keys';
import type { EditorAction } from './editor-state';

const TYPING = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="option"]';
const MODAL = '[role="dialog"][aria-modal="true"]';
const ASKING = '[role="dialog"]';

interface EditorKeys {
  readonly canvasRef: RefObject<HTMLElement | null>;
  readonly dispatch: Dispatch<EditorAction>;
  /** Answers whether there was anything to do. */
  readonly run: (command: KeyCommand) => boolean;
}

/** The editor's keys, wherever the focus is in it, except where somebody types. */
export function useEditorKeys({ canvasRef, dispatch, run }: EditorKeys) {
  /** Answers whether the key was for the editor. */
  const press = (event: KeyboardEvent): boolean => {
    if (isTyping(event)) {
      const command = commandWhileTyping(event);
      if (command !== null) return run(command);
      if (event.key === 'Escape' && !isListOpen(event)) canvasRef.current?.focus();
      return false;
    }
    const command = commandOf(event);
    if (command === null) return false;
    const isOnCanvas = event.target === canvasRef.current || event.target === document.body;
    // A button keeps Enter, and Tab leads from one to the next.
    if (command.kind === 'enter' && (!isOnCanvas || event.repeat)) return false;
    if (command.kind === 'walk' && event.target !== canvasRef.current) return false;
    // Enter then draws; on the button that had the focus it would press the button.
    if (command.kind === 'choose-tool') canvasRef.current?.focus({ preventScroll: true });
    return run(command);
  };

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || document.querySelector(MODAL) !== null || isIn(event, ASKING)) return;
    if (press(event)) event.preventDefault();
  });
  const onKeyUp = useEffectEvent((event: KeyboardEvent) => {
    if (isHeldToChange(event) && !isTyping(event)) dispatch({ kind: 'settle' });
  });
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => onKeyDown(event);
    const keyUp = (event: KeyboardEvent) => onKeyUp(event);
    // Before anything else sees the key: an open tooltip would keep Escape to itself.
    window.addEventListener('keydown', keyDown, { capture: true });
    window.addEventListener('keyup', keyUp);
    return () => {
      window.removeEventListener('keydown', keyDown, { capture: true });
      window.removeEventListener('keyup', keyUp);
    };
  }, []);
}

function isIn({ target }: Event, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

/** Whether an event comes from where somebody types. */
export function isTyping(event: Event): boolean {
  return isIn(event, TYPING);
}

/** Escape in an open list closes the list, and no more. */
function isListOpen({ target }: Event): boolean {
  return target instanceof Element && target.getAttribute('aria-expanded') === 'true';
}
