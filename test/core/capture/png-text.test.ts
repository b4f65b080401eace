import { textsOfPicture } from '@core/capture/picture-texts';
import { crcOf, makeChunk, readPngChunks } from '@core/capture/png-chunks';
import { type PngText, readPngTexts, withPngTexts } from '@core/capture/png-text';
import { decodeUtf8, encodeUtf8 } from '@core/capture/utf8';
import { instantFromEpochMs } from '@core/time/instant';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { expectFailure, expectValue } from '../../support/portal-bench';

const TAKEN_AT = instantFromEpochMs(Date.UTC(2026, 10, 23, 8, 0, 5));

function makePicture(): Uint8Array {
  const png = new PNG({ width: 9, height: 7 });
  png.data.forEach((_, index) => {
    png.data[index] = (index * 37) % 256;
  });
  return new Uint8Array(PNG.sync.write(png));
}

/** The picture with more chunks directly before its pixels. */
function withChunks(png: Uint8Array, ...chunks: Uint8Array[]): Uint8Array {
  const all = (readPngChunks(png) ?? []).map(({ bytes }) => bytes);
  const [header, ...rest] = all;
  return Uint8Array.from([
    ...png.subarray(0, 8),
    ...(header ?? []),
    ...[...chunks, ...rest].flatMap((one) => [...one]),
  ]);
}

const typesIn = (png: Uint8Array) => (readPngChunks(png) ?? []).map(({ type }) => type);
const bytesOf = (text: string) => new TextEncoder().encode(text);

const anyKeyword = fc.stringMatching(/^[A-Za-z][A-Za-z ]{0,77}[A-Za-z]$/);
// A null ends a field of the chunk, and half a pair of surrogates is no character: neither can stand in a text.
const anyText = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.replaceAll('\0', ''));
const anyTexts = fc.array(fc.record({ keyword: anyKeyword, text: anyText }), { maxLength: 5 });
const written = (png: Uint8Array, texts: readonly PngText[]) => expectValue(withPngTexts(png, texts));

describe('the texts of a PNG', () => {
  it('are read as they were written, whatever they say', () => {
    fc.assert(
      fc.property(anyTexts, (texts) => {
        expect(readPngTexts(written(makePicture(), texts))).toEqual(texts);
      }),
    );
  });

  it('leave every pixel as it was', () => {
    const texts = [{ keyword: 'Title', text: 'Momsrad saknas på fakturan 🧾' }];
    const before = PNG.sync.read(Buffer.from(makePicture()));
    // The decoder checks the checksum of every chunk.
    const after = PNG.sync.read(Buffer.from(written(makePicture(), texts)), { checkCRC: true });
    expect([after.width, after.height]).toEqual([before.width, before.height]);
    expect(after.data.equals(before.data)).toBe(true);
  });

  it('replace those that were there, also when written twice', () => {
    const first = written(makePicture(), [{ keyword: 'Title', text: 'Ett' }]);
    const second = [{ keyword: 'Title', text: 'Två' }];
    expect(readPngTexts(written(first, second))).toEqual(second);
    expect(written(written(first, second), second)).toEqual(written(makePicture(), second));
  });

  it('are the only ones: nothing of the encoder, the screen, the camera or the clock stays', () => {
    const telling = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP'].map((type) => makeChunk(type, bytesOf('a\0b')));
    const png = withChunks(makePicture(), ...telling);
    expect(typesIn(png)).toHaveLength(typesIn(makePicture()).length + telling.length);
    expect(written(png, [])).toEqual(makePicture());
  });

  it('leave every other chunk byte for byte, and cut off what follows the end', () => {
    const anyChunk = fc
      .record({ type: fc.constantFrom('pHYs', 'sRGB', 'gAMA', 'cHRM', 'prVt'), content: fc.uint8Array() })
      .map(({ type, content }) => makeChunk(type, content));
    fc.assert(
      fc.property(fc.array(anyChunk, { maxLength: 4 }), anyTexts, fc.uint8Array(), (chunks, texts, tail) => {
        const png = withChunks(makePicture(), ...chunks);
        const after = written(Uint8Array.from([...png, ...tail]), texts);
        const kept = (readPngChunks(after) ?? []).filter(({ type }) => type !== 'iTXt').map(({ bytes }) => bytes);
        expect(kept).toEqual((readPngChunks(png) ?? []).map(({ bytes }) => bytes));
        expect(after.subarray(-12)).toEqual(png.subarray(-12));
      }),
    );
  });

  it('are refused to bytes that are no whole PNG', () => {
    const png = makePicture();
    const headless = Uint8Array.from([...png.subarray(0, 8), ...makeChunk('IEND', new Uint8Array())]);
    for (const bytes of [bytesOf('<svg></svg>'), new Uint8Array(), png.subarray(0, png.length - 1), headless]) {
      expect(expectFailure(withPngTexts(bytes, [])).kind).toBe('picture-invalid');
      expect(readPngTexts(bytes)).toBeNull();
    }
  });

  it('are read where a simpler program wrote them, and never where they are compressed or broken', () => {
    const chunks = [
      makeChunk('tEXt', Uint8Array.from([...bytesOf('Software\0M'), 0xe5])),
      makeChunk('iTXt', bytesOf('Title\0\x01\0\0\0compressed')),
      makeChunk('iTXt', Uint8Array.from([...bytesOf('Title\0\0\0\0\0'), 0xff])),
      makeChunk('iTXt', bytesOf('no end')),
    ];
    expect(readPngTexts(withChunks(makePicture(), ...chunks))).toEqual([{ keyword: 'Software', text: 'Må' }]);
  });
});

describe('the checksum of a chunk', () => {
  it('is that of the specification', () => {
    // The end of every PNG; its checksum is printed in the specification's annex.
    expect(crcOf(bytesOf('IEND'))).toBe(0xae426082);
  });
});

describe('a text as UTF-8', () => {
  it('is what the platform makes of it, and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeUtf8(text)).toEqual(bytesOf(text));
        expect(decodeUtf8(encodeUtf8(text))).toBe(text);
      }),
    );
  });

  it('has a replacement for half a character, and null for bytes that are none', () => {
    expect(decodeUtf8(encodeUtf8('a\ud83d'))).toBe('a\ufffd');
    expect(decodeUtf8(Uint8Array.of(0xc3))).toBeNull();
  });
});

describe('what a picture says of itself', () => {
  it('is title, address without its token, ticket and time', () => {
    const texts = textsOfPicture({
      title: ' Momsrad saknas ',
      address: 'https://erp.example/odoo/sales/42?access_token=hemlig',
      ticketNumber: 'S-1042',
      takenAt: TAKEN_AT,
    });
    expect(texts).toEqual([
      { keyword: 'Title', text: 'Momsrad saknas' },
      { keyword: 'Source', text: 'https://erp.example/odoo/sales/42' },
      { keyword: 'Ticket', text: 'S-1042' },
      { keyword: 'Creation Time', text: '2026-11-23T08:00:05.000Z' },
    ]);
  });

  it('leaves out what is not known', () => {
    expect(textsOfPicture({ title: '', address: '', ticketNumber: null, takenAt: TAKEN_AT })).toEqual([
      { keyword: 'Creation Time', text: '2026-11-23T08:00:05.000Z' },
    ]);
  });
});
