import { looksLikeZip, readZipSizes } from '@core/tables/zip-sizes';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { makeZip } from '../../support/zip-file';

const archive = makeZip([
  { name: 'a.xml', content: 'x'.repeat(1_000) },
  { name: 'b.xml', content: 'y', saysBytes: 4_000_000 },
]);

it('counts what an archive says it holds, unpacked', () => {
  expect(looksLikeZip(archive)).toBe(true);
  expect(readZipSizes(archive)).toEqual({ entries: 2, unpackedBytes: 4_001_000 });
});

it('reads nothing from what is no archive, or one that was cut off', () => {
  expect(readZipSizes(new Uint8Array(0))).toBeNull();
  for (let length = 0; length < archive.length; length += 1)
    expect(readZipSizes(archive.subarray(0, length))).toBeNull();
});

it('takes any bytes without an exception', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(), fc.nat(255), (bytes, place, value) => {
      readZipSizes(bytes);
      const damaged = archive.slice();
      damaged[place % damaged.length] = value;
      readZipSizes(damaged);
    }),
  );
});
