import { PNG } from 'pngjs';

/** Neighbouring pixels that are looked for as one: by chance, noise holds the same four colours nowhere else. */
const RUN_PIXELS = 4;

/** Steps between the pixels of a run: 2 and 3 also find a picture that was enlarged without blending. */
const STEPS = [1, 2, 3] as const;

export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function runKey({ data, width }: PNG, x: number, y: number, step: number): string {
  let key = '';
  for (let index = 0; index < RUN_PIXELS; index += 1) {
    const at = (y * width + x + index * step) * 4;
    key += String.fromCharCode(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  }
  return key;
}

function runsIn(png: PNG, part: Part, step: number): Set<string> {
  const runs = new Set<string>();
  for (let y = part.y; y < part.y + part.height; y += 1) {
    for (let x = part.x; x + (RUN_PIXELS - 1) * step < part.x + part.width; x += 1) runs.add(runKey(png, x, y, step));
  }
  return runs;
}

/** Finds out how many runs of neighbouring pixels in a part of another picture stand anywhere in this one, also enlarged. */
export function runFinder(
  sent: Buffer,
): (original: Buffer, part: Part) => { readonly runs: number; readonly found: number } {
  const picture = PNG.sync.read(sent);
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const seen = STEPS.map((step) => runsIn(picture, whole, step));
  return (original, part) => {
    const wanted = runsIn(PNG.sync.read(original), part, 1);
    const found = [...wanted].filter((run) => seen.some((runs) => runs.has(run)));
    return { runs: wanted.size, found: found.length };
  };
}

/** Every how many rows raw bytes are looked for: each look goes through all the bytes. */
const ROWS_BETWEEN = 8;

/** How often the raw bytes of runs of a part of a picture, with and without opacity, stand in bytes that are no picture. */
export function rawRunsIn(original: Buffer, part: Part, bytes: Buffer): number {
  const picture = PNG.sync.read(original);
  let found = 0;
  for (let y = part.y; y < part.y + part.height; y += ROWS_BETWEEN) {
    for (let x = part.x; x + RUN_PIXELS <= part.x + part.width; x += RUN_PIXELS) {
      const at = (y * picture.width + x) * 4;
      const withOpacity = picture.data.subarray(at, at + RUN_PIXELS * 4);
      const withoutOpacity = withOpacity.filter((_, index) => index % 4 !== 3);
      if (bytes.includes(Buffer.from(withOpacity)) || bytes.includes(Buffer.from(withoutOpacity))) found += 1;
    }
  }
  return found;
}
