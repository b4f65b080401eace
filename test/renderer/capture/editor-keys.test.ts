import { describe, expect, it } from 'vitest';
import { commandOf, commandWhileTyping, type KeyPress } from '../../../src/renderer/src/features/capture/editor-keys';
import { TOOLS } from '../../../src/renderer/src/features/capture/tools';

/** A pressed key: `Ctrl+Shift+z`. */
function press(text: string, code = ''): KeyPress {
  const parts = text.split('+');
  return {
    key: parts.at(-1) ?? '',
    code,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
}

describe('the keys of the editor', () => {
  it('choose every tool with a key of its own, with caps lock too', () => {
    expect(new Set(TOOLS.map(({ key }) => key)).size).toBe(TOOLS.length);
    for (const { key, tool } of TOOLS) {
      expect(commandOf(press(key))).toEqual({ kind: 'choose-tool', tool });
      expect(commandOf(press(key.toUpperCase()))).toEqual({ kind: 'choose-tool', tool });
    }
  });

  it('move by ten pixels and by one, and resize with Shift', () => {
    const direction = { x: 1, y: 0 };
    expect(commandOf(press('ArrowRight'))).toEqual({ kind: 'move', direction, isFine: false });
    expect(commandOf(press('Ctrl+ArrowRight'))).toEqual({ kind: 'move', direction, isFine: true });
    expect(commandOf(press('Shift+ArrowRight'))).toEqual({ kind: 'resize', direction, isFine: false });
    expect(commandOf(press('Alt+ArrowRight'))).toEqual({ kind: 'pan', direction });
    expect(commandOf(press('Alt+Shift+ArrowRight'))).toEqual({ kind: 'move-view', direction });
    expect(commandOf(press('Alt+PageDown'))).toEqual({ kind: 'magnify', by: -1 });
  });

  it.each([
    ['Ctrl+z', 'undo'],
    ['Ctrl+Shift+Z', 'redo'],
    ['Ctrl+y', 'redo'],
    ['Ctrl+a', 'select-all'],
    ['Ctrl+d', 'duplicate'],
    ['Ctrl+s', 'save'],
    ['Shift+R', 'switch-redaction'],
    ['F2', 'write'],
    ['0', 'zoom-fit'],
    ['1', 'zoom-actual'],
    ['Shift+?', 'help'],
  ])('%s means %s', (text, kind) => {
    expect(commandOf(press(text))?.kind).toBe(kind);
  });

  it('reorder by the bracket, by its place on the keyboard, by its third modifier, and by Page Up and Page Down', () => {
    const forward = { kind: 'reorder', to: 'forward' };
    expect(commandOf(press('Ctrl+]'))).toEqual(forward);
    expect(commandOf(press('Ctrl+å', 'BracketLeft'))).toEqual({ kind: 'reorder', to: 'backward' });
    expect(commandOf(press('Ctrl+Alt+]', 'Digit9'))).toEqual(forward);
    expect(commandOf(press('Ctrl+Shift+}', 'BracketRight'))).toEqual({ kind: 'reorder', to: 'to-front' });
    expect(commandOf(press('PageUp'))).toEqual(forward);
    expect(commandOf(press('Shift+PageDown'))).toEqual({ kind: 'reorder', to: 'to-back' });
  });

  it('leave copying, cutting and pasting to the clipboard, and other combinations to others', () => {
    for (const text of ['Ctrl+c', 'Ctrl+x', 'Ctrl+v', 'Ctrl+k', 'Alt+a', 'Ctrl+Alt+z', 'F5']) {
      expect(commandOf(press(text)), text).toBeNull();
    }
  });

  it('only save where somebody types', () => {
    expect(commandWhileTyping(press('Ctrl+s'))).toEqual({ kind: 'save' });
    expect(commandWhileTyping(press('Ctrl+Enter'))).toEqual({ kind: 'save' });
    for (const text of ['a', 'Delete', 'Ctrl+a', 'Ctrl+z', 'Enter']) {
      expect(commandWhileTyping(press(text)), text).toBeNull();
    }
  });
});
