import { spawnSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPngSize } from '@core/capture/png-size';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPictureStore, isPng } from '../../src/main/platform/picture-store';

function makePng(options: { width?: number; height?: number; shade?: number } = {}): Uint8Array {
  const { width = 3, height = 2, shade = 128 } = options;
  const png = new PNG({ width, height });
  png.data.fill(shade);
  return PNG.sync.write(png);
}

/** A PNG's first 24 bytes with these measures: enough for what reads a header. */
function makeHeader(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(makePng());
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'fyra-pictures-'));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

/** Saves and answers the hash, or fails the test. */
function saveIn(folder: string, bytes: Uint8Array): string {
  const saved = createPictureStore(folder).save(bytes);
  if (!saved.ok) throw new Error(`not saved: ${saved.failure.kind}`);
  return saved.value.hash;
}

describe('a PNG from outside', () => {
  it('tells its size', () => {
    expect(readPngSize(makePng({ width: 7, height: 5 }))).toEqual({ width: 7, height: 5 });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a signature alone', makePng().slice(0, 8)],
    ['a header cut short', makePng().slice(0, 23)],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new Array<number>(40).fill(0)])],
    ['text', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
    ['a PNG whose first chunk is another', makePng().fill(0x41, 12, 16)],
    ['a picture of no width', makeHeader(0, 5)],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(readPngSize(bytes)).toBeNull();
    expect(isPng(bytes)).toBe(false);
  });

  it('is refused above fifty megapixels, by its header alone', () => {
    expect(isPng(makeHeader(10_000, 5_000))).toBe(true);
    expect(isPng(makeHeader(10_000, 5_001))).toBe(false);
    expect(isPng(makeHeader(0xffff_ffff, 0xffff_ffff))).toBe(false);
  });

  it('is read from a view into a larger buffer', () => {
    const png = makePng({ width: 9, height: 4 });
    const buffer = new Uint8Array(png.length + 10);
    buffer.set(png, 10);
    expect(readPngSize(buffer.subarray(10))).toEqual({ width: 9, height: 4 });
  });
});

describe('the picture store', () => {
  it('names a file by its content and gives the same bytes back', () => {
    const folder = join(home, 'new', 'pictures');
    const png = makePng();
    const hash = saveIn(folder, png);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(folder)).toEqual([`${hash}.png`]);
    expect(createPictureStore(folder).read(hash)).toEqual(Buffer.from(png));
  });

  it('keeps one file when the same picture is saved twice', () => {
    const first = saveIn(home, makePng());
    const file = join(home, `${first}.png`);
    const { ino } = statSync(file);
    expect(saveIn(home, makePng())).toBe(first);
    expect(statSync(file).ino).toBe(ino);
    expect(readdirSync(home)).toHaveLength(1);
  });

  it('keeps different pictures apart', () => {
    expect(saveIn(home, makePng({ shade: 1 }))).not.toBe(saveIn(home, makePng({ shade: 2 })));
    expect(readdirSync(home)).toHaveLength(2);
  });

  it('replaces a file that was damaged', () => {
    const png = makePng();
    const hash = saveIn(home, png);
    writeFileSync(join(home, `${hash}.png`), '');
    expect(saveIn(home, png)).toBe(hash);
    expect(readFileSync(join(home, `${hash}.png`))).toEqual(Buffer.from(png));
  });

  it('overwrites what a save that was cut off left behind', () => {
    const png = makePng();
    const hash = saveIn(home, png);
    rmSync(join(home, `${hash}.png`));
    writeFileSync(join(home, `${hash}.png.part`), 'half');
    saveIn(home, png);
    expect(readdirSync(home)).toEqual([`${hash}.png`]);
  });

  it('is readable by this user only', () => {
    const folder = join(home, 'pictures');
    const hash = saveIn(folder, makePng());
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(join(folder, `${hash}.png`)).mode & 0o077).toBe(0);
  });

  it('refuses what is no picture, and writes nothing', () => {
    const saved = createPictureStore(home).save(new TextEncoder().encode('no picture'));
    expect(saved).toMatchObject({ ok: false, failure: { kind: 'picture-invalid' } });
    expect(readdirSync(home)).toEqual([]);
  });

  it.each([
    '../secret',
    '..%2Fsecret',
    'secret',
    '',
    `${'a'.repeat(64)}/../../secret`,
    `${'A'.repeat(64)}`,
    `${'a'.repeat(64)}\n`,
    `${'a'.repeat(63)}`,
    '/etc/passwd',
  ])('never turns %j into a path', (name) => {
    const folder = join(home, 'pictures');
    saveIn(folder, makePng());
    writeFileSync(join(home, 'secret.png'), 'secret');
    const store = createPictureStore(folder);
    expect(store.read(name)).toBeNull();
    store.remove(name);
    expect(readFileSync(join(home, 'secret.png'), 'utf8')).toBe('secret');
  });

  it('answers null for a picture it does not have', () => {
    expect(createPictureStore(join(home, 'none')).read('a'.repeat(64))).toBeNull();
  });

  it('deletes a picture once, and minds no second time', () => {
    const store = createPictureStore(home);
    const hash = saveIn(home, makePng());
    store.remove(hash);
    store.remove(hash);
    expect(store.read(hash)).toBeNull();
    expect(readdirSync(home)).toEqual([]);
  });

  it('says so when the folder cannot be made', () => {
    const blocked = join(home, 'a-file');
    writeFileSync(blocked, '');
    const saved = createPictureStore(join(blocked, 'pictures')).save(makePng());
    expect(saved).toMatchObject({ ok: false, failure: { kind: 'folder-not-writable' } });
  });

  // A disk of 64 KiB; only root on Linux can make one.
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'says so when the disk is full, and gives the space back',
    (context) => {
      const disk = join(home, 'disk');
      mkdirSync(disk);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]);
      context.skip(mounted.status !== 0, 'no tmpfs can be mounted here');
      try {
        const large = makePng({ width: 300, height: 300 });
        const noise = new Uint8Array(200_000);
        randomFillSync(noise);
        const saved = createPictureStore(disk).save(Buffer.concat([large, noise]));
        expect(saved).toMatchObject({ ok: false, failure: { kind: 'disk-full' } });
        expect(readdirSync(disk)).toEqual([]);
        saveIn(disk, makePng());
      } finally {
        spawnSync('umount', [disk]);
      }
    },
  );
});
