import {
  formatAccelerator,
  judgeKeys,
  type PressedKey,
  parseAccelerator,
  readPressedKeys,
} from '@core/shortcuts/accelerator';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const LINUX = { isMac: false };
const MAC = { isMac: true };

describe('an accelerator', () => {
  it.each([
    ['CommandOrControl+Alt+P', 'Control+Alt+P'],
    ['alt+ctrl+p', 'Control+Alt+P'],
    ['Shift+Option+F9', 'Alt+Shift+F9'],
    ['Meta+Control+Enter', 'Control+Super+Return'],
    ['Control+Control+pageup', 'Control+PageUp'],
    ['F13', 'F13'],
  ])('is the same keys however it is written: %s', (written, same) => {
    const keys = parseAccelerator(written, LINUX);
    expect(keys && formatAccelerator(keys)).toBe(same);
  });

  it('means Command on a Mac where the system decides', () => {
    expect(parseAccelerator('CmdOrCtrl+Alt+P', MAC)).toEqual({ modifiers: ['super', 'alt'], key: 'P' });
  });

  it.each(['', 'P+', '+P', 'Control', 'Control+', 'Hyper+P', 'Control+Å', 'Control+F25', 'Control+P+Q', 'rm -rf'])(
    'that nobody could press is none: %j',
    (text) => {
      expect(parseAccelerator(text, LINUX)).toBeNull();
    },
  );

  it('survives being written and read', () => {
    const modifiers = fc.uniqueArray(fc.constantFrom('control', 'alt', 'shift', 'super'));
    const key = fc.constantFrom('A', '0', 'F24', 'Space', 'PageDown', 'MediaStop');
    fc.assert(
      fc.property(modifiers, key, (held, pressed) => {
        const text = formatAccelerator({ modifiers: held, key: pressed });
        const read = parseAccelerator(text, LINUX);
        expect(new Set(read?.modifiers)).toEqual(new Set(held));
        expect(read && formatAccelerator(read)).toBe(text);
      }),
    );
  });
});

describe('keys for every program', () => {
  it.each([
    ['Control+Alt+P', null],
    ['Alt+P', null],
    ['Control+Shift+P', null],
    ['F9', null],
    ['Shift+F9', null],
    ['MediaPlayPause', null],
    ['P', 'needs-modifier'],
    ['Shift+P', 'needs-modifier'],
    ['Space', 'needs-modifier'],
    ['Control+C', 'too-common'],
    ['Super+V', 'too-common'],
  ])('%s', (text, problem) => {
    const keys = parseAccelerator(text, LINUX);
    expect(keys && judgeKeys(keys)).toBe(problem);
  });
});

describe('pressed keys', () => {
  const press = (key: string, code: string, held: Partial<PressedKey> = {}) => {
    const keys = readPressedKeys({
      ...{ ctrlKey: false, altKey: false, shiftKey: false, metaKey: false },
      ...held,
      ...{ key, code },
    });
    return keys && formatAccelerator(keys);
  };

  it.each([
    ['p', 'KeyP', { ctrlKey: true, altKey: true }, 'Control+Alt+P'],
    ['!', 'Digit1', { ctrlKey: true, shiftKey: true }, 'Control+Shift+1'],
    ['π', 'KeyP', { altKey: true, metaKey: true }, 'Super+Alt+P'],
    [' ', 'Space', { ctrlKey: true, altKey: true }, 'Control+Alt+Space'],
    ['ArrowUp', 'ArrowUp', { altKey: true }, 'Alt+Up'],
    ['F9', 'F9', {}, 'F9'],
    // The letter that is written on the key, not the place of an American keyboard: a French A lies where Q does there.
    ['a', 'KeyQ', { ctrlKey: true, altKey: true }, 'Control+Alt+A'],
  ])('%s on %s are %j', (key, code, held, accelerator) => {
    expect(press(key, code, held)).toBe(accelerator);
  });

  it.each([
    ['Control', 'ControlLeft'],
    ['Shift', 'ShiftRight'],
    ['å', 'BracketLeft'],
    ['Dead', 'BracketRight'],
  ])('are nothing yet when only %s is down', (key, code) => {
    expect(press(key, code, { ctrlKey: true })).toBeNull();
  });
});
