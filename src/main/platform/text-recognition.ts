import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { GreyPicture } from '@core/capture/raster';
import type { RecognisedWord, TextBox } from '@core/capture/recognised-text';
import { createWorker, OEM, PSM } from 'tesseract.js';

/** How a picture's text is laid out: one line of an address, or anything. */
export type TextLayout = 'line' | 'page';

/** Recognises text; one picture at a time. */
export interface Recognition {
  /** The words with their boxes in pixels of the picture given. Throws when the machinery fails. */
  recognise(picture: GreyPicture, layout: TextLayout): Promise<RecognisedWord[]>;
}

const require = createRequire(import.meta.url);

/** Language data comes as a package: nothing is fetched and nothing is written. */
function languageFolder(): string {
  return join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');
}

/** Addresses, names and numbers are no English: its dictionaries would make words of them. */
const WITHOUT_DICTIONARIES = {
  load_system_dawg: '0',
  load_freq_dawg: '0',
  load_unambig_dawg: '0',
  load_punc_dawg: '0',
  load_number_dawg: '0',
  load_bigram_dawg: '0',
};

/** What RFC 3986 lets stand in an address, and the dots and the dash a browser adds. An accent is never one of them. */
const ADDRESS_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%…";
const SIGNS: Readonly<Record<TextLayout, string>> = { line: ADDRESS_SIGNS, page: '' };

const SEGMENTATION: Readonly<Record<TextLayout, PSM>> = { line: PSM.SINGLE_LINE, page: PSM.AUTO };

/** The simplest picture format there is, which the recognition reads without decoding. */
function toPortableGreyMap({ width, height, values }: GreyPicture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'ascii'), values]);
}

function toBox({ x0, y0, x1, y1 }: { x0: number; y0: number; x1: number; y1: number }): TextBox {
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** Starts the recognition, in a thread of its own. */
export async function startRecognition(): Promise<Recognition> {
  // The library says some of its failures only here: the promise of a failed start would never settle.
  let refuse: (error: Error) => void = () => undefined;
  const failure = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  failure.catch(() => undefined);
  const starting = createWorker(
    'eng',
    OEM.LSTM_ONLY,
    {
      langPath: languageFolder(),
      cacheMethod: 'none',
      gzip: true,
      errorHandler: (error) => refuse(new Error(String(error))),
    },
    WITHOUT_DICTIONARIES,
  );
  const worker = await Promise.race([starting, failure]);
  return {
    recognise: async (picture, layout) => {
      await worker.setParameters({
        tessedit_pageseg_mode: SEGMENTATION[layout],
        tessedit_char_whitelist: SIGNS[layout],
        user_defined_dpi: '150',
      });
      const { data } = await worker.recognize(toPortableGreyMap(picture), {}, { text: false, blocks: true });
      const lines = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
      return lines.flatMap(({ words }, line) =>
        words.map(({ text, confidence, bbox, symbols }) => ({
          text,
          confidence,
          box: toBox(bbox),
          line,
          symbols: symbols.map((symbol) => ({
            text: symbol.text,
            confidence: symbol.confidence,
            box: toBox(symbol.bbox),
          })),
        })),
      );
    },
  };
}
