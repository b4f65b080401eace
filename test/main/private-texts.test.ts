import type { RecognisedWord } from '@core/capture/recognised-text';
import { screenshotIdSchema } from '@core/ids';
import { fail, succeed } from '@core/outcome';
import { describe, expect, it } from 'vitest';
import type { TextReader } from '../../src/main/platform/text-reader';
import { findPrivateTextsOfScreenshot } from '../../src/main/usecases/find-private-texts-of-screenshot';
import { openWorkbench } from '../support/workbench';
import { makePng, takeScreenshot } from '../support/workbench-acts';

const word = (text: string, x: number): RecognisedWord => ({
  text,
  confidence: 90,
  box: { x, y: 10, width: text.length * 8, height: 16 },
  line: 0,
  symbols: [],
});

describe('private texts of a screen dump', () => {
  it('are looked for in the untouched picture, and come as boxes without their text', async () => {
    const workbench = openWorkbench();
    const png = makePng(99);
    const screenshotId = await takeScreenshot(workbench, null, png);
    const given: Uint8Array[] = [];
    const reader: Pick<TextReader, 'readWords'> = {
      readWords: async (bytes) => {
        given.push(bytes);
        return succeed([word('Kund', 0), word('anna@exempel.se', 40)]);
      },
    };
    const found = await findPrivateTextsOfScreenshot(workbench, reader, screenshotId);
    expect(given.map((bytes) => Buffer.from(bytes))).toEqual([Buffer.from(png)]);
    expect(found).toEqual(succeed([{ kind: 'e-mail-address', box: { x: 37, y: 7, width: 15 * 8 + 6, height: 22 } }]));
    expect(JSON.stringify(found)).not.toContain('anna');
  });

  it('of a screen dump that is gone are not found, and a failed reading says so', async () => {
    const workbench = openWorkbench();
    const failure = { kind: 'cancelled', message: '' } as const;
    const reader: Pick<TextReader, 'readWords'> = { readWords: async () => fail(failure) };
    const gone = screenshotIdSchema.parse(workbench.newId());
    expect(await findPrivateTextsOfScreenshot(workbench, reader, gone)).toEqual(
      fail({ kind: 'not-found', message: '' }),
    );
    const screenshotId = await takeScreenshot(workbench, null);
    expect(await findPrivateTextsOfScreenshot(workbench, reader, screenshotId)).toEqual(fail(failure));
  });
});
