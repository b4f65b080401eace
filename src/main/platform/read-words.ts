import { enlarge, type Raster, toGrey } from '@core/capture/raster';
import type { RecognisedWord, TextBox } from '@core/capture/recognised-text';
import type { Recognition } from './text-recognition';

/** A screen's text is small for the recognition, which was trained on print. */
const ENLARGED_BY = 2;

/** Beyond it the enlarged picture would take minutes. A 4K screen is read as it is. */
const MOST_ENLARGED_PIXELS = 4_000_000;

function shrinkBox({ x, y, width, height }: TextBox, factor: number): TextBox {
  const left = Math.floor(x / factor);
  const top = Math.floor(y / factor);
  return {
    x: left,
    y: top,
    width: Math.ceil((x + width) / factor) - left,
    height: Math.ceil((y + height) / factor) - top,
  };
}

/** Every word of a picture in reading order, boxes in its pixels. */
export async function readWords(recognition: Recognition, raster: Raster): Promise<RecognisedWord[]> {
  const factor = raster.width * raster.height <= MOST_ENLARGED_PIXELS ? ENLARGED_BY : 1;
  const grey = toGrey(raster);
  const words = await recognition.recognise(factor === 1 ? grey : enlarge(grey, factor), 'page');
  return words.map((word) => ({
    ...word,
    box: shrinkBox(word.box, factor),
    symbols: word.symbols.map((symbol) => ({ ...symbol, box: shrinkBox(symbol.box, factor) })),
  }));
}
