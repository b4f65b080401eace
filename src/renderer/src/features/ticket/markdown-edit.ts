/** A text with what is selected in it, from and until as in a text area. */
export interface Selected {
  readonly text: string;
  readonly from: number;
  readonly until: number;
}

/** What to put in the place of a stretch of the text, and what is selected afterwards. */
export interface TextEdit {
  readonly from: number;
  readonly until: number;
  readonly insert: string;
  readonly selectFrom: number;
  readonly selectUntil: number;
}

/** Puts a mark such as `**` around what is selected, or takes it away where it is there. */
export function toggleMark({ text, from, until }: Selected, mark: string): TextEdit {
  const { length } = mark;
  const selected = text.slice(from, until);
  const isMarked =
    text.slice(from - length, from) === mark && text.slice(until, until + length) === mark && from >= length;
  // One star is no half of two.
  const isOther = mark === '*' && (text[from - 2] === '*' || text[until + 1] === '*');
  if (isMarked && !isOther) {
    return {
      from: from - length,
      until: until + length,
      insert: selected,
      selectFrom: from - length,
      selectUntil: until - length,
    };
  }
  return {
    from,
    until,
    insert: `${mark}${selected}${mark}`,
    selectFrom: from + length,
    selectUntil: until + length,
  };
}

const ADDRESS = /^https?:\/\/\S+$/i;
const ADDRESS_BEGINNING = 'https://';

/** Makes a link of what is selected: an address wants words, words want an address. What is wanted is selected. */
export function makeLink({ text, from, until }: Selected): TextEdit {
  const selected = text.slice(from, until);
  if (ADDRESS.test(selected)) {
    return { from, until, insert: `[](${selected})`, selectFrom: from + 1, selectUntil: from + 1 };
  }
  const address = from + selected.length + 3;
  return {
    from,
    until,
    insert: `[${selected}](${ADDRESS_BEGINNING})`,
    selectFrom: address,
    selectUntil: address + ADDRESS_BEGINNING.length,
  };
}

/** What can stand at the beginning of a line. */
export type LineMark = 'bullet' | 'number' | 'quote' | 'heading';

const MARKS: Readonly<Record<LineMark, { readonly pattern: RegExp; readonly of: (index: number) => string }>> = {
  bullet: { pattern: /^[-*+] /, of: () => '- ' },
  number: { pattern: /^\d{1,9}[.)] /, of: (index) => `${index + 1}. ` },
  quote: { pattern: /^> ?/, of: () => '> ' },
  heading: { pattern: /^#{1,6} /, of: () => '## ' },
};

/** Marks every line that is touched by the selection, or takes the mark away where all of them have it. */
export function toggleLines({ text, from, until }: Selected, kind: LineMark): TextEdit {
  const begin = text.lastIndexOf('\n', from - 1) + 1;
  const nextBreak = text.indexOf('\n', until);
  const end = nextBreak < 0 ? text.length : nextBreak;
  const { pattern, of } = MARKS[kind];
  const lines = text.slice(begin, end).split('\n');
  const isMarked = lines.every((line) => pattern.test(line));
  const insert = lines.map((line, index) => (isMarked ? line.replace(pattern, '') : `${of(index)}${line}`)).join('\n');
  const isCaret = from === until;
  const selectUntil = begin + insert.length;
  return { from: begin, until: end, insert, selectFrom: isCaret ? selectUntil : begin, selectUntil };
}

/**
 * Puts a text where the selection is, apart from what stands before and after it. The first of `toFill` that is found in it
 * is selected, or else the caret stands behind it.
 */
export function insertBlock({ text, from, until }: Selected, block: string, toFill: readonly string[] = []): TextEdit {
  const before = text.slice(0, from);
  const after = text.slice(until);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const trail = after === '' || after.startsWith('\n\n') ? '' : after.startsWith('\n') ? '\n' : '\n\n';
  const insert = `${lead}${block}${trail}`;
  const [first = ''] = toFill;
  const found = first === '' ? -1 : block.indexOf(first);
  const selectFrom = from + lead.length + (found < 0 ? block.length : found);
  return { from, until, insert, selectFrom, selectUntil: found < 0 ? selectFrom : selectFrom + first.length };
}

/** The next of `toFill` behind the selection, or else the first; null where there is none. */
export function nextToFill({ text, until }: Selected, toFill: readonly string[]): TextEdit | null {
  const places = toFill
    .flatMap((field) =>
      Array.from(text.matchAll(new RegExp(field.replace(/[{}]/g, '\\$&'), 'gu')), ({ index }) => ({ field, index })),
    )
    .toSorted((one, other) => one.index - other.index);
  const place = places.find(({ index }) => index >= until) ?? places[0];
  if (place === undefined) return null;
  const selectUntil = place.index + place.field.length;
  return { from: until, until, insert: '', selectFrom: place.index, selectUntil };
}
