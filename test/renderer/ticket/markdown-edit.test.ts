import { describe, expect, it } from 'vitest';
import {
  insertBlock,
  makeLink,
  nextToFill,
  type Selected,
  type TextEdit,
  toggleLines,
  toggleMark,
} from '../../../src/renderer/src/features/ticket/markdown-edit';

/** `|` stands where the selection begins and ends; one of them is a caret. */
function parse(marked: string): Selected {
  const from = marked.indexOf('|');
  const until = marked.lastIndexOf('|');
  return { text: marked.replaceAll('|', ''), from, until: until === from ? from : until - 1 };
}
function after({ text }: Selected, { from, until, insert, selectFrom, selectUntil }: TextEdit): string {
  const edited = text.slice(0, from) + insert + text.slice(until);
  const selected = `${edited.slice(selectFrom, selectUntil)}`;
  const caret = selectFrom === selectUntil ? '|' : `|${selected}|`;
  return edited.slice(0, selectFrom) + caret + edited.slice(selectUntil);
}
const edit = (marked: string, how: (selected: Selected) => TextEdit) => after(parse(marked), how(parse(marked)));

describe('the marks of a text', () => {
  it.each([
    ['ett |två| tre', 'ett **|två|** tre'],
    ['ett **|två|** tre', 'ett |två| tre'],
    ['ett | tre', 'ett **|** tre'],
    ['|två|', '**|två|**'],
  ])('bold: %s → %s', (before, result) => expect(edit(before, (at) => toggleMark(at, '**'))).toBe(result));

  it.each([
    ['|två|', '*|två|*'],
    ['*|två|*', '|två|'],
    ['**|två|**', '***|två|***'],
  ])('italic: %s → %s', (before, result) => expect(edit(before, (at) => toggleMark(at, '*'))).toBe(result));

  it.each([
    ['se |ordern|', 'se [ordern](|https://|)'],
    ['se |https://a.example/1|', 'se [|](https://a.example/1)'],
    ['se |', 'se [](|https://|)'],
  ])('a link: %s → %s', (before, result) => expect(edit(before, makeLink)).toBe(result));

  it('of lines are set on all that are touched, and taken away where all have them', () => {
    expect(edit('a\nb|b\nc|c\nd', (at) => toggleLines(at, 'bullet'))).toBe('a\n|- bb\n- cc|\nd');
    expect(edit('a\n|- bb\n- cc|\nd', (at) => toggleLines(at, 'bullet'))).toBe('a\n|bb\ncc|\nd');
    expect(edit('|a\nb|', (at) => toggleLines(at, 'number'))).toBe('|1. a\n2. b|');
    expect(edit('> a\nb|', (at) => toggleLines(at, 'quote'))).toBe('> a\n> b|');
    expect(edit('|', (at) => toggleLines(at, 'heading'))).toBe('## |');
  });
});

describe('a block that is put in', () => {
  it('stands apart from the words around it', () => {
    expect(edit('a|b', (at) => insertBlock(at, 'X'))).toBe('a\n\nX|\n\nb');
    expect(edit('a\n|\nb', (at) => insertBlock(at, 'X'))).toBe('a\n\nX|\n\nb');
    expect(edit('|', (at) => insertBlock(at, 'X'))).toBe('X|');
    expect(edit('a |bort|', (at) => insertBlock(at, 'X'))).toBe('a \n\nX|');
  });

  it('has what is to be filled in first selected', () => {
    expect(edit('|', (at) => insertBlock(at, 'Hej {namn}, {datum}', ['{namn}', '{datum}']))).toBe(
      'Hej |{namn}|, {datum}',
    );
  });
});

it('goes from what is to be filled in to the next, and round', () => {
  const fields = ['{b}', '{a}'];
  const go = (marked: string) => edit(marked, (at) => nextToFill(at, fields) ?? expect.fail());
  expect(go('|{a} {b}')).toBe('|{a}| {b}');
  expect(go('|{a}| {b}')).toBe('{a} |{b}|');
  expect(go('{a} |{b}|')).toBe('|{a}| {b}');
  expect(nextToFill(parse('|x'), [])).toBeNull();
});
