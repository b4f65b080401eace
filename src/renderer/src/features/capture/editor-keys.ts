import type { Reordering } from '@core/capture/drawing-history';
import type { Point } from '@core/capture/geometry';
import type { Tool } from './editor-state';
import { TOOLS } from './tools';

/** What a key asks of the editor. Directions are one step long: -1, 0 or 1 each. */
export type KeyCommand =
  | { readonly kind: 'choose-tool'; readonly tool: Tool }
  | { readonly kind: 'reorder'; readonly to: Reordering }
  | { readonly kind: 'walk'; readonly by: 1 | -1 }
  | { readonly kind: 'move' | 'resize'; readonly direction: Point; readonly isFine: boolean }
  | { readonly kind: 'pan' | 'move-view'; readonly direction: Point }
  | { readonly kind: 'magnify'; readonly by: 1 | -1 }
  | { readonly kind: 'next-color' | 'next-weight'; readonly by: 1 | -1 }
  | {
      readonly kind:
        | 'save'
        | 'undo'
        | 'redo'
        | 'select-all'
        | 'duplicate'
        | 'enter'
        | 'write'
        | 'remove'
        | 'cancel'
        | 'switch-redaction'
        | 'zoom-in'
        | 'zoom-out'
        | 'zoom-fit'
        | 'zoom-actual'
        | 'help';
    };

/** What of a pressed key counts. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const DIRECTIONS: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
]);

const PLAIN: ReadonlyMap<string, KeyCommand> = new Map<string, KeyCommand>([
  ['Enter', { kind: 'enter' }],
  ['F2', { kind: 'write' }],
  ['Delete', { kind: 'remove' }],
  ['Backspace', { kind: 'remove' }],
  ['Escape', { kind: 'cancel' }],
  ['+', { kind: 'zoom-in' }],
  ['=', { kind: 'zoom-in' }],
  ['-', { kind: 'zoom-out' }],
  ['0', { kind: 'zoom-fit' }],
  ['1', { kind: 'zoom-actual' }],
  ['?', { kind: 'help' }],
  ...TOOLS.map(({ key, tool }): [string, KeyCommand] => [key, { kind: 'choose-tool', tool }]),
]);

const WITH_CTRL: ReadonlyMap<string, KeyCommand> = new Map<string, KeyCommand>([
  ['y', { kind: 'redo' }],
  ['a', { kind: 'select-all' }],
  ['d', { kind: 'duplicate' }],
]);

/** Whether a key changes marks for as long as it is held: an arrow, or Page Up and Page Down on a call-out. */
export function isHeldToChange({ key }: Pick<KeyPress, 'key'>): boolean {
  return DIRECTIONS.has(key) || key === 'PageUp' || key === 'PageDown';
}

/** The keys that reach the editor also from where somebody types. */
export function commandWhileTyping({ key, ctrlKey, metaKey, altKey }: KeyPress): KeyCommand | null {
  const isSave = (ctrlKey || metaKey) && !altKey && (key.toLowerCase() === 's' || key === 'Enter');
  return isSave ? { kind: 'save' } : null;
}

/** What a key asks of the editor where nobody types; null where it is none of the editor's. */
export function commandOf(press: KeyPress): KeyCommand | null {
  const { altKey, ctrlKey, metaKey } = press;
  if (ctrlKey || metaKey) return bracketOf(press) ?? (altKey ? null : commandWithCtrl(press));
  return altKey ? commandWithAlt(press) : plainCommand(press);
}

function commandWithAlt({ key, shiftKey }: KeyPress): KeyCommand | null {
  if (key === 'PageUp') return { kind: 'magnify', by: 1 };
  if (key === 'PageDown') return { kind: 'magnify', by: -1 };
  const direction = DIRECTIONS.get(key);
  return direction === undefined ? null : { kind: shiftKey ? 'move-view' : 'pan', direction };
}

/** By the key's place, and by its sign: on many keyboards a bracket takes a third modifier. */
function bracketOf({ key, code, shiftKey, altKey }: KeyPress): KeyCommand | null {
  const isForward = key === ']' || key === '}' || (!altKey && code === 'BracketRight');
  const isBackward = key === '[' || key === '{' || (!altKey && code === 'BracketLeft');
  if (isForward) return { kind: 'reorder', to: shiftKey ? 'to-front' : 'forward' };
  return isBackward ? { kind: 'reorder', to: shiftKey ? 'to-back' : 'backward' } : null;
}

function commandWithCtrl(press: KeyPress): KeyCommand | null {
  const key = press.key.toLowerCase();
  if (key === 'z') return { kind: press.shiftKey ? 'redo' : 'undo' };
  return commandWhileTyping(press) ?? WITH_CTRL.get(key) ?? arrowCommand(press, true);
}

function plainCommand(press: KeyPress): KeyCommand | null {
  const { shiftKey } = press;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const by = shiftKey ? -1 : 1;
  if (key === 'Tab') return { kind: 'walk', by };
  if (key === 'PageUp') return { kind: 'reorder', to: shiftKey ? 'to-front' : 'forward' };
  if (key === 'PageDown') return { kind: 'reorder', to: shiftKey ? 'to-back' : 'backward' };
  if (key === 'c') return { kind: 'next-color', by };
  if (key === 'w') return { kind: 'next-weight', by };
  if (key === 'r' && shiftKey) return { kind: 'switch-redaction' };
  return PLAIN.get(key) ?? arrowCommand(press, false);
}

function arrowCommand({ key, shiftKey }: KeyPress, isFine: boolean): KeyCommand | null {
  const direction = DIRECTIONS.get(key);
  return direction === undefined ? null : { kind: shiftKey ? 'resize' : 'move', direction, isFine };
}
