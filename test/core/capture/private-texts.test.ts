import { findPrivateTexts, type PrivateKind, type WordInPicture } from '@core/capture/private-texts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const LETTER_PX = 8;
const HEIGHT_PX = 16;

/** The words of a text as they would stand in a picture, one line of it below the other. */
function wordsOf(text: string): WordInPicture[] {
  return text.split('\n').flatMap((lineText, line) =>
    [...lineText.matchAll(/\S+/g)].map(({ 0: word, index }) => ({
      text: word,
      line,
      box: { x: index * LETTER_PX, y: line * 30, width: word.length * LETTER_PX, height: HEIGHT_PX },
    })),
  );
}

const kindsIn = (text: string) => findPrivateTexts(wordsOf(text)).map(({ kind }) => kind);

/** The words that a text's proposals cover. */
function coveredIn(text: string): string[] {
  const boxes = findPrivateTexts(wordsOf(text)).map(({ box }) => box);
  return wordsOf(text)
    .filter(({ box }) =>
      boxes.some(
        (around) =>
          around.x <= box.x &&
          around.y <= box.y &&
          around.x + around.width >= box.x + box.width &&
          around.y + around.height >= box.y + box.height,
      ),
    )
    .map(({ text: word }) => word);
}

describe('what is private in a picture', () => {
  it.each<[PrivateKind, string, string[]]>([
    ['e-mail-address', 'Kund: anna.lind@exempel.se (ny)', ['anna.lind@exempel.se']],
    ['e-mail-address', 'anna.lind©exempel.se', ['anna.lind©exempel.se']],
    ['phone-number', 'Ring 070-123 45 67 idag', ['070-123', '45', '67']],
    ['phone-number', 'Tel 08-12 34 56', ['08-12', '34', '56']],
    ['phone-number', 'Mobil 0701234567', ['0701234567']],
    ['phone-number', '+46 (0)70 123 45 67', ['+46', '(0)70', '123', '45', '67']],
    ['phone-number', '+44 20 7946 0958', ['+44', '20', '7946', '0958']],
    ['personal-identity-number', 'Född 811218-9876', ['811218-9876']],
    ['personal-identity-number', '19811218-9876', ['19811218-9876']],
    ['personal-identity-number', '811278-9873 samordning', ['811278-9873']],
    ['personal-identity-number', '8112I8-9876', ['8112I8-9876']],
    ['iban', 'IBAN SE45 5000 0000 0583 9825 7466 Bank', ['SE45', '5000', '0000', '0583', '9825', '7466']],
    ['iban', 'DE89370400440532013000', ['DE89370400440532013000']],
    ['card-number', 'Kort 4111 1111 1111 1111 giltigt', ['4111', '1111', '1111', '1111']],
    ['card-number', '378282246310005', ['378282246310005']],
  ])('%s: %s', (kind, text, covered) => {
    expect(kindsIn(text)).toEqual([kind]);
    expect(coveredIn(text)).toEqual(covered);
  });

  it.each([
    'Order S00042 den 2026-11-23 kl. 08:00',
    '01-02-2026 till 28-02-2026',
    'Org.nr 556036-0793',
    'Summa 12 500,00 kr',
    'INV/2026/00042 och WH/OUT/00012',
    '811218-9875',
    '4111 1111 1111 1112',
    'SE45 5000 0000 0583 9825 7467',
    'EAN 7310865004703',
    'Ärende 1042 – version 19.0',
    'användare @ kontoret',
    '',
  ])('nothing: %s', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('is looked for in each column and line by itself', () => {
    expect(coveredIn('070-123 45 67        12 500 8')).toEqual(['070-123', '45', '67']);
    expect(kindsIn('070-123\n45 67')).toEqual([]);
    expect(kindsIn('anna@exempel.se 811218-9876')).toEqual(['e-mail-address', 'personal-identity-number']);
  });
});

const digit = fc.integer({ min: 0, max: 9 });

/** Digits with the one check digit that is right. */
function withLuhn(digits: readonly number[]): string {
  const sum = digits.toReversed().reduce((total, value, index) => {
    const doubled = index % 2 === 0 ? value * 2 : value;
    return total + (doubled % 10) + Math.floor(doubled / 10);
  }, 0);
  return `${digits.join('')}${(10 - (sum % 10)) % 10}`;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const identityNumber = fc
  .tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.boolean(),
    fc.array(digit, { minLength: 3, maxLength: 3 }),
  )
  .map(([year, month, day, isCoordination, serial]) => {
    const date = `${twoDigits(year)}${twoDigits(month)}${twoDigits(isCoordination ? day + 60 : day)}`;
    const whole = withLuhn([...[...date].map(Number), ...serial]);
    return `${whole.slice(0, 6)}-${whole.slice(6)}`;
  });
const cardNumber = fc
  .tuple(fc.constantFrom(4, 5), fc.array(digit, { minLength: 14, maxLength: 14 }))
  .map(([first, rest]) => withLuhn([first, ...rest]).replaceAll(/(\d{4})(?=\d)/g, '$1 '));
const iban = fc.array(digit, { minLength: 20, maxLength: 20 }).map((digits) => {
  const check = 98 - Number(BigInt(`${digits.join('')}281400`) % 97n);
  return `SE${twoDigits(check)}${digits.join('')}`.replaceAll(/(.{4})(?=.)/g, '$1 ');
});
const email = fc
  .tuple(
    fc.stringMatching(/^[a-z]{1,8}(\.[a-z]{1,8})?$/),
    fc.stringMatching(/^[a-z]{2,10}$/),
    fc.constantFrom('se', 'com'),
  )
  .map(([name, host, top]) => `${name}@${host}.${top}`);
const ordinary = fc
  .array(fc.constantFrom('Order', 'S00042', 'kr', '12,50', 'Kund:', 'från', '–', 'Moms'), { maxLength: 4 })
  .map((words) => words.join(' '));

/** The last digit of a text, changed. */
function withWrongCheck(text: string, by: number): string {
  return text.slice(0, -1) + String((Number(text.at(-1)) + by) % 10);
}

describe('in any surroundings', () => {
  it.each([
    ['identity numbers', identityNumber],
    ['card numbers', cardNumber],
    ['IBANs', iban],
    ['e-mail addresses', email],
  ])('every word of %s is covered, and no word around them', (_name, secret) => {
    fc.assert(
      fc.property(secret, ordinary, ordinary, (text, before, after) => {
        expect(coveredIn(`${before} ${text} ${after}`.trim())).toEqual(text.split(' '));
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, fc.Arbitrary<string>, PrivateKind]>([
    ['an identity number', identityNumber, 'personal-identity-number'],
    ['an IBAN', iban, 'iban'],
    ['a card number', cardNumber, 'card-number'],
  ])('%s with a wrong check digit is not taken for one', (_name, secret, kind) => {
    fc.assert(
      fc.property(secret, fc.integer({ min: 1, max: 9 }), (text, by) => {
        const found = findPrivateTexts(wordsOf(withWrongCheck(text, by))).filter((proposal) => proposal.kind === kind);
        // A card number can lie within another number by chance; the whole of it is none.
        expect(found.filter(({ box }) => box.x <= 0)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('any text at all gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(kindsIn(text)).toBeInstanceOf(Array);
      }),
    );
  });
});
