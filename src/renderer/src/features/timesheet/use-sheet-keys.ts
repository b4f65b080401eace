import { useEffect, useEffectEvent } from 'react';
import { isKeyTaken, isTaken } from '../../ui/typing';
import type { SheetAction } from './sheet-actions';

const ACTION_KEYS: Readonly<Record<string, SheetAction>> = {
  d: 'duplicate',
  m: 'merge',
  s: 'split',
  v: 'decide',
  Delete: 'delete',
  Backspace: 'delete',
};

const WALK_KEYS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

interface SheetKeys {
  readonly onWalk: (key: string, extends_: boolean) => void;
  readonly onStep: (direction: -1 | 1) => void;
  readonly onAction: (action: SheetAction) => void;
  readonly onToggle: () => void;
  readonly onChooseAll: () => void;
  readonly onClear: () => void;
  readonly onAdd: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** The keys of the timesheet, except where somebody types, and except those that a focused button needs itself. */
export function useSheetKeys(keys: SheetKeys) {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (handle(event, keys)) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}

/** Does what the key says; answers whether it said anything. */
function handle(event: KeyboardEvent, keys: SheetKeys): boolean {
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return handleWithCtrl(event, keys);
  if (isKeyTaken(event)) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  // Arrows move between the choices of a group of radio buttons.
  const isOnField = event.target instanceof HTMLInputElement;
  if (WALK_KEYS.includes(key) && !isOnField) {
    keys.onWalk(key, event.shiftKey);
    return true;
  }
  if (event.repeat) return false;
  if (key === 'PageUp' || key === 'PageDown') {
    keys.onStep(key === 'PageUp' ? -1 : 1);
    return true;
  }
  if (key === 'n') {
    keys.onAdd();
    return true;
  }
  if (key === 'Escape') {
    keys.onClear();
    return true;
  }
  // Elsewhere Enter and Space are the button's own.
  const isOnLine = event.target instanceof Element && event.target.closest('[data-line-id]') !== null;
  if (isOnLine && key === 'Enter') {
    keys.onAction('edit');
    return true;
  }
  if (isOnLine && key === ' ') {
    keys.onToggle();
    return true;
  }
  const action = ACTION_KEYS[key];
  if (action === undefined) return false;
  keys.onAction(action);
  return true;
}

function handleWithCtrl(event: KeyboardEvent, keys: SheetKeys): boolean {
  // A field has its own undo, and its own idea of everything.
  if (event.defaultPrevented || isTaken(event.target)) return false;
  const key = event.key.toLowerCase();
  if (key === 'z') {
    if (event.shiftKey) keys.onRedo();
    else keys.onUndo();
    return true;
  }
  if (key === 'y') {
    keys.onRedo();
    return true;
  }
  if (key !== 'a') return false;
  keys.onChooseAll();
  return true;
}
