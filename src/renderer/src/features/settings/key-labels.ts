import { type KeyCombination, type Modifier, parseAccelerator } from '@core/shortcuts/accelerator';

const SYMBOLS_OF_A_MAC: Readonly<Record<Modifier, string>> = { control: '⌃', alt: '⌥', shift: '⇧', super: '⌘' };

const KEY_LABELS: ReadonlyMap<string, string> = new Map([
  ['Return', 'Enter'],
  ['Up', '↑'],
  ['Down', '↓'],
  ['Left', '←'],
  ['Right', '→'],
  ['PageUp', 'Page Up'],
  ['PageDown', 'Page Down'],
]);

/** Whether this window stands on a Mac. */
export const isMac = /Mac/.test(navigator.userAgent);

/** Keys as they are named on the keyboard, in the order in which they are held. */
export function labelsOfKeys({ modifiers, key }: KeyCombination, words: { shift: string; space: string }): string[] {
  const names: Readonly<Record<Modifier, string>> = isMac
    ? SYMBOLS_OF_A_MAC
    : { control: 'Ctrl', alt: 'Alt', shift: words.shift, super: /Windows/.test(navigator.userAgent) ? 'Win' : 'Super' };
  return [
    ...modifiers.map((modifier) => names[modifier]),
    key === 'Space' ? words.space : (KEY_LABELS.get(key) ?? key),
  ];
}

/** An accelerator as its keys are named; one nobody can read as it is written. */
export function labelsOfAccelerator(accelerator: string, words: { shift: string; space: string }): string[] {
  const keys = parseAccelerator(accelerator, { isMac });
  return keys === null ? [accelerator] : labelsOfKeys(keys, words);
}
