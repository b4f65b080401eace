/** A key that is held while another is pressed. `super` is the Windows key, and Command on a Mac. */
export type Modifier = 'control' | 'alt' | 'shift' | 'super';

/** Keys that work from every program, taken apart. */
export interface KeyCombination {
  /** In the order in which they are written. */
  readonly modifiers: readonly Modifier[];
  /** As Electron names it: `P`, `5`, `F9`, `Space`, `PageUp`. */
  readonly key: string;
}

/** Why keys cannot be used, if they cannot. */
export type AcceleratorProblem =
  /** Nothing Electron knows as keys. */
  | 'unreadable'
  /** A key on its own, or with Shift only, is what people type with. */
  | 'needs-modifier'
  /** Ctrl and one key (Command on a Mac) is what every program has its own commands on. */
  | 'too-common';

const MODIFIER_ORDER: readonly Modifier[] = ['control', 'super', 'alt', 'shift'];

const MODIFIER_NAMES: ReadonlyMap<string, Modifier | 'command-or-control'> = new Map([
  ['control', 'control'],
  ['ctrl', 'control'],
  ['commandorcontrol', 'command-or-control'],
  ['cmdorctrl', 'command-or-control'],
  ['command', 'super'],
  ['cmd', 'super'],
  ['super', 'super'],
  ['meta', 'super'],
  ['alt', 'alt'],
  ['option', 'alt'],
  ['shift', 'shift'],
]);

const NAMED_KEYS = [
  'Space',
  'Tab',
  'Return',
  'Backspace',
  'Delete',
  'Insert',
  'Up',
  'Down',
  'Left',
  'Right',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'PrintScreen',
  'MediaPlayPause',
  'MediaNextTrack',
  'MediaPreviousTrack',
  'MediaStop',
] as const;

const KEY_NAMES: ReadonlyMap<string, string> = new Map([
  ...NAMED_KEYS.map((name) => [name.toLowerCase(), name] as const),
  ['enter', 'Return'] as const,
]);

function readKey(name: string): string | null {
  if (/^[a-z0-9]$/i.test(name)) return name.toUpperCase();
  if (/^f([1-9]|1[0-9]|2[0-4])$/i.test(name)) return name.toUpperCase();
  return KEY_NAMES.get(name.toLowerCase()) ?? null;
}

function inOrder(modifiers: ReadonlySet<Modifier>): readonly Modifier[] {
  return MODIFIER_ORDER.filter((modifier) => modifiers.has(modifier));
}

/**
 * Takes an accelerator apart as Electron writes them, such as `CommandOrControl+Alt+P`; null when it is none.
 * `CommandOrControl` means Command on a Mac and Control elsewhere.
 */
export function parseAccelerator(text: string, { isMac }: { isMac: boolean }): KeyCombination | null {
  const parts = text.split('+');
  const key = readKey(parts.at(-1) ?? '');
  if (key === null) return null;
  const modifiers = new Set<Modifier>();
  for (const part of parts.slice(0, -1)) {
    const modifier = MODIFIER_NAMES.get(part.toLowerCase());
    if (modifier === undefined) return null;
    if (modifier !== 'command-or-control') modifiers.add(modifier);
    else modifiers.add(isMac ? 'super' : 'control');
  }
  return { modifiers: inOrder(modifiers), key };
}

const WRITTEN: Readonly<Record<Modifier, string>> = { control: 'Control', super: 'Super', alt: 'Alt', shift: 'Shift' };

/** The accelerator of these keys. The same keys always come out the same, so that two can be compared. */
export function formatAccelerator({ modifiers, key }: KeyCombination): string {
  return [...inOrder(new Set(modifiers)).map((modifier) => WRITTEN[modifier]), key].join('+');
}

/** Keys that nobody types text with, and that few programs use. */
function isOutOfTheWay(key: string): boolean {
  return /^F\d/.test(key) || key.startsWith('Media') || key === 'PrintScreen';
}

/** Whether keys can be taken from every other program without being in the way; null when they can. */
export function judgeKeys({ modifiers, key }: KeyCombination): AcceleratorProblem | null {
  if (isOutOfTheWay(key)) return null;
  const held = modifiers.filter((modifier) => modifier !== 'shift');
  if (held.length === 0) return 'needs-modifier';
  const isOrdinary = modifiers.length === 1 && (held[0] === 'control' || held[0] === 'super');
  return isOrdinary ? 'too-common' : null;
}

/** What a keyboard says when a key goes down; the fields of the DOM's event of that name. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const KEYS_OF_THE_DOM: ReadonlyMap<string, string> = new Map([
  [' ', 'Space'],
  ['Enter', 'Return'],
  ['ArrowUp', 'Up'],
  ['ArrowDown', 'Down'],
  ['ArrowLeft', 'Left'],
  ['ArrowRight', 'Right'],
]);

/**
 * The keys somebody holds down; null while only modifiers are held, or when Electron has no name for the key. With Alt
 * or Shift a key gives another sign (`π`, `!`): then its place on the keyboard says which key it is.
 */
export function readPressedKeys(pressed: PressedKey): KeyCombination | null {
  const [, place = ''] = /^(?:Key|Digit)([A-Z0-9])$/.exec(pressed.code) ?? [];
  const key = readKey(KEYS_OF_THE_DOM.get(pressed.key) ?? pressed.key) ?? readKey(place);
  if (key === null) return null;
  const modifiers = new Set<Modifier>();
  if (pressed.ctrlKey) modifiers.add('control');
  if (pressed.metaKey) modifiers.add('super');
  if (pressed.altKey) modifiers.add('alt');
  if (pressed.shiftKey) modifiers.add('shift');
  return { modifiers: inOrder(modifiers), key };
}
