import { passesIbanCheck, passesLuhn } from './check-digits';
import type { Rectangle } from './covered-pixels';

/** What of a text concerns a person so much that it is proposed to be redacted. */
export const PRIVATE_KINDS = [
  'e-mail-address',
  'phone-number',
  'personal-identity-number',
  'iban',
  'card-number',
] as const;
export type PrivateKind = (typeof PRIVATE_KINDS)[number];

/** A part of a picture that is proposed to be redacted, in pixels of it. */
export interface PrivateText {
  readonly kind: PrivateKind;
  readonly box: Rectangle;
}

/** A word as it was recognised in a picture. */
export interface WordInPicture {
  readonly text: string;
  readonly box: Rectangle;
  /** Which line of the picture it stands in. */
  readonly line: number;
}

interface Match {
  readonly kind: PrivateKind;
  readonly start: number;
  readonly end: number;
}

/** Words further apart than so many heights of a letter stand in different columns. */
const WIDEST_GAP_HEIGHTS = 1.6;
/** Beyond the letters, so that no edge of one stays. */
const MARGIN_SHARE = 0.15;

// Recognition takes the sign @ for these now and then.
const EMAIL = /[\p{L}\p{N}._%+-]+\s?[@©®]\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}/gu;
const NUMBER = /(?<![\p{L}\p{N}])[+(]?[\dOol|I][\dOol|I ()/+–-]{5,40}[\dOol|I](?![\p{L}\p{N}])/gu;
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}[\dOI][\dOI](?: ?[A-Z\d]){11,30}(?![\p{L}\p{N}])/gu;
const DATE = /^(?:\d{1,2}[-/ ]\d{1,2}[-/ ]\d{4}|\d{4}-\d{2}-\d{2})(?: |$)/;
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** How card numbers are printed: in one, or in the groups that their issuers use. */
const CARD = /^(?:\d{13,16}|\d{19}|\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{3})?|\d{4}[ -]\d{6}[ -]\d{4,5})$/;
/** A Swedish number: area code and number in one or in groups of two or three, or a mobile number without a gap. */
const SWEDISH_PHONE = /^(?:\(?0[1-9]\d{0,2}\)?(?: ?[-/] ?| )(?:\d{5,8}|\d{2,3}(?:[ -]\d{2,3}){1,3})|07[02369]\d{7})$/;
const INTERNATIONAL_PHONE = /^(?:\+[1-9]\d{0,2}|0046)[ -]?(?:\(0\) ?)?\d{1,4}(?:[ /-]?\d{2,4}){1,4}$/;
/** How long account numbers are, by country, as far as customers have met them. Source: the IBAN registry of ISO 13616. */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['AT', 20],
  ['BE', 16],
  ['CH', 21],
  ['CZ', 24],
  ['DE', 22],
  ['DK', 18],
  ['EE', 20],
  ['ES', 24],
  ['FI', 18],
  ['FR', 27],
  ['GB', 22],
  ['IE', 22],
  ['IT', 27],
  ['LT', 20],
  ['LU', 20],
  ['LV', 21],
  ['NL', 18],
  ['NO', 15],
  ['PL', 28],
  ['PT', 25],
  ['SE', 24],
]);

/** Letters that recognition takes for digits, as digits; the length stays. */
function withDigits(text: string): string {
  return text.replaceAll(/[Oo]/g, '0').replaceAll(/[lI|]/g, '1').replaceAll('–', '-');
}

const digitsOf = (text: string) => text.replaceAll(/\D/g, '');

/** Source: the Swedish Population Registration Act (1991:481) § 18; a coordination number has 60 added to its day. */
function isPersonalIdentityNumber(text: string): boolean {
  const parts = /^(?:19|20)?(\d{2})(\d{2})(\d{2}) ?[-+]? ?(\d{4})$/.exec(text);
  if (parts === null) return false;
  const [, year = '', month = '', day = '', last = ''] = parts;
  const dayOfMonth = Number(day) > 60 ? Number(day) - 60 : Number(day);
  const isDate = dayOfMonth >= 1 && dayOfMonth <= (DAYS_OF_MONTH[Number(month) - 1] ?? 0);
  return isDate && passesLuhn(year + month + day + last);
}

function isCardNumber(text: string): boolean {
  return CARD.test(text) && /^[2-6]/.test(text) && passesLuhn(digitsOf(text));
}

/** Swedish numbers with their area code, and international ones with a plus sign, or 00 and Sweden's code. */
function isPhoneNumber(text: string): boolean {
  if (DATE.test(text)) return false;
  const { length } = digitsOf(text);
  if (SWEDISH_PHONE.test(text)) return length >= 8 && length <= 11;
  return INTERNATIONAL_PHONE.test(text) && length >= 8 && length <= 17;
}

/** Those with check digits first: a phone number is the weakest guess. */
const NUMBERS: readonly (readonly [PrivateKind, (text: string) => boolean])[] = [
  ['personal-identity-number', isPersonalIdentityNumber],
  ['card-number', isCardNumber],
  ['phone-number', isPhoneNumber],
];

/** The numbers of one kind in a run of digits and separators, made of its groups, the longest first. */
function matchNumbers(run: string, offset: number, kind: PrivateKind, isOne: (text: string) => boolean): Match[] {
  const text = withDigits(run);
  const groups = [...text.matchAll(/\S+/g)].map((group) => ({
    start: group.index,
    end: group.index + group[0].length,
  }));
  const found: Match[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const start = groups[first]?.start ?? 0;
    const last = groups.findLastIndex(({ end }, index) => index >= first && isOne(text.slice(start, end)));
    if (last < 0) continue;
    found.push({ kind, start: offset + start, end: offset + (groups[last]?.end ?? 0) });
    first = last;
  }
  return found;
}

/** The account number that a run of groups begins with: as long as its country has them, or else the longest. */
function matchIban(run: string, offset: number): Match[] {
  const ends = [...run.matchAll(/\S(?= |$)/g)].map(({ index }) => index + 1).toReversed();
  for (const end of ends) {
    const iban = run.slice(0, end).replaceAll(' ', '');
    const country = iban.slice(0, 2);
    const withCheckDigits = country + withDigits(iban.slice(2, 4)) + iban.slice(4);
    const isLength = iban.length === (IBAN_LENGTHS.get(country) ?? iban.length) && iban.length >= 15;
    if (isLength && passesIbanCheck(withCheckDigits)) return [{ kind: 'iban', start: offset, end: offset + end }];
  }
  return [];
}

/** What is private in one run of text; of what overlaps, what was looked for first. */
function matchesIn(text: string): readonly Match[] {
  const runs = [...text.matchAll(NUMBER)];
  const all = [
    ...[...text.matchAll(EMAIL)].map(
      ({ 0: { length }, index }): Match => ({ kind: 'e-mail-address', start: index, end: index + length }),
    ),
    ...[...text.matchAll(IBAN)].flatMap(({ 0: run, index }) => matchIban(run, index)),
    ...NUMBERS.flatMap(([kind, isOne]) => runs.flatMap(({ 0: run, index }) => matchNumbers(run, index, kind, isOne))),
  ];
  const kept: Match[] = [];
  for (const match of all) {
    if (kept.every(({ start, end }) => match.start >= end || start >= match.end)) kept.push(match);
  }
  return kept.sort((one, other) => one.start - other.start);
}

/** Words of one line that stand next to each other. */
function columnsOf(words: readonly WordInPicture[]): WordInPicture[][] {
  const columns: WordInPicture[][] = [];
  for (const word of words) {
    const column = columns.at(-1);
    const before = column?.at(-1);
    const gap = before === undefined ? 0 : word.box.x - (before.box.x + before.box.width);
    const height = Math.max(word.box.height, before?.box.height ?? 0);
    const isNext = before?.line === word.line && gap <= height * WIDEST_GAP_HEIGHTS;
    if (column !== undefined && isNext) column.push(word);
    else columns.push([word]);
  }
  return columns;
}

function boxAround(words: readonly WordInPicture[]): Rectangle {
  const left = Math.min(...words.map(({ box }) => box.x));
  const top = Math.min(...words.map(({ box }) => box.y));
  const right = Math.max(...words.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...words.map(({ box }) => box.y + box.height));
  const margin = Math.ceil((bottom - top) * MARGIN_SHARE);
  return {
    x: left - margin,
    y: top - margin,
    width: right - left + 2 * margin,
    height: bottom - top + 2 * margin,
  };
}

function privateTextsOf(column: readonly WordInPicture[]): PrivateText[] {
  let length = 0;
  const placed = column.map((word) => {
    const start = length;
    length += word.text.length + 1;
    return { word, start, end: start + word.text.length };
  });
  return matchesIn(column.map(({ text }) => text).join(' ')).map(({ kind, start, end }) => ({
    kind,
    box: boxAround(placed.filter((place) => place.start < end && start < place.end).map(({ word }) => word)),
  }));
}

/**
 * Proposes what to redact in a picture from the words that were recognised in it, in reading order: e-mail addresses,
 * phone numbers, Swedish personal identity and coordination numbers, account numbers (IBAN) and card numbers. Numbers
 * with check digits are proposed only where these are right. Whole words are covered, with a margin around them.
 */
export function findPrivateTexts(words: readonly WordInPicture[]): PrivateText[] {
  return columnsOf(words).flatMap(privateTextsOf);
}
