import { checkPictureFile, MOST_PIXELS, pictureTypeOf } from '@core/capture/picture-file';
import { ticketOfPicture } from '@core/capture/ticket-of-picture';
import { ticketIdSchema } from '@core/ids';
import fc from 'fast-check';
import { imageSize } from 'image-size';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';

const png = new Uint8Array(PNG.sync.write(new PNG({ width: 7, height: 5 })));
const check = (bytes: Uint8Array) => checkPictureFile(bytes, (file) => imageSize(file));
const text = (words: string) => new TextEncoder().encode(words);

/** A PNG whose header says another size than its few bytes hold. */
function claiming(width: number, height: number): Uint8Array {
  const bytes = png.slice();
  const header = new DataView(bytes.buffer);
  header.setUint32(16, width);
  header.setUint32(20, height);
  return bytes;
}

describe('a file from outside', () => {
  it('is told by its bytes, whatever it is called', () => {
    expect(check(png)).toEqual({ ok: true, value: expect.objectContaining({ type: 'png', width: 7, height: 5 }) });
    expect(pictureTypeOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg');
    expect(pictureTypeOf(text('RIFF....WEBPVP8 '))).toBe('webp');
  });

  it.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
    ['<!doctype html><script>alert(1)</script>'],
    ['%PDF-1.7'],
    ['GIF89a......'],
    ['BM......'],
    ['RIFF....WAVE'],
  ])('is refused when it is none of the three: %s', (words) => {
    expect(check(text(words))).toEqual({ ok: false, failure: { kind: 'no-picture' } });
  });

  it('is refused with a reason when it is empty, cut short, or too large to decode', () => {
    expect(check(new Uint8Array())).toEqual({ ok: false, failure: { kind: 'empty' } });
    expect(check(png.subarray(0, 12))).toEqual({ ok: false, failure: { kind: 'damaged' } });
    expect(check(claiming(0, 10))).toEqual({ ok: false, failure: { kind: 'damaged' } });
    expect(check(claiming(MOST_PIXELS / 1_000, 1_000)).ok).toBe(true);
    expect(check(claiming(60_000, 60_000))).toEqual({
      ok: false,
      failure: { kind: 'too-many-pixels', megapixels: 3_600 },
    });
  });

  it('never throws, whatever its bytes are', () => {
    const start = fc.constantFrom([...png.subarray(0, 33)], [0xff, 0xd8, 0xff], [...text('RIFF....WEBPVP8X')], []);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 200 }), (head, rest) => {
        expect(() => check(Uint8Array.from([...head, ...rest]))).not.toThrow();
      }),
    );
  });
});

describe('the ticket of a picture', () => {
  const [asked, running, inView] = ['1', '2', '3'].map((digit) =>
    ticketIdSchema.parse(`01970000-0000-7000-8000-00000000000${digit}`),
  );

  it('is the one it was taken for, else the one that runs, else the one in view, else none', () => {
    if (!asked || !running || !inView) throw new Error('no ids');
    expect(ticketOfPicture({ asked, running, inView })).toBe(asked);
    expect(ticketOfPicture({ asked: null, running, inView })).toBe(running);
    expect(ticketOfPicture({ asked: null, running: null, inView })).toBe(inView);
    expect(ticketOfPicture({ asked: null, running: null, inView: null })).toBeNull();
  });
});
