import { type BarText, findBars } from '@core/capture/address-bar';
import { type AddressReading, toAddressReading } from '@core/capture/address-reading';
import { enlarge, inkOnWhite, type Raster } from '@core/capture/raster';
import type { RecognisedSymbol, TextBox } from '@core/capture/recognised-text';
import type { Recognition } from './text-recognition';

/** White around a text: the recognition misses signs that touch the picture's edge. */
const MARGIN_PX = 6;

/** Heights that a text is brought to. Different ones fail at different signs, which is what makes a vote of them. */
const TEXT_HEIGHTS_PX = [24, 40, 32] as const;

/** Enough for tabs, toolbar and address bar; a page's own fields come below them. */
const MOST_TEXTS = 8;

function scaleBox({ x, y, width, height }: TextBox, factor: number): TextBox {
  const left = Math.round(x / factor);
  const top = Math.round(y / factor);
  return {
    x: left,
    y: top,
    width: Math.max(1, Math.round((x + width) / factor) - left),
    height: Math.max(1, Math.round((y + height) / factor) - top),
  };
}

async function readText(recognition: Recognition, raster: Raster, text: BarText): Promise<AddressReading | null> {
  const picture = inkOnWhite(raster, text.box, text.ground, MARGIN_PX);
  const readings: RecognisedSymbol[][] = [];
  for (const heightPx of TEXT_HEIGHTS_PX) {
    const factor = Math.max(1, heightPx / text.box.height);
    const words = await recognition.recognise(enlarge(picture, factor), 'line');
    const symbols = words.flatMap((word) => word.symbols);
    readings.push(symbols.map((symbol) => ({ ...symbol, box: scaleBox(symbol.box, factor) })));
    // Most of what stands on a screen has no dot between letters, and then it is not worth a second look.
    if (readings.length === 1 && !/\w\.\w|localhost/.test(symbols.map((symbol) => symbol.text).join(''))) return null;
  }
  return toAddressReading({
    readings,
    picture,
    isCutOff: text.endsInDots || text.isAtEdge,
    isAtEdge: text.isAtEdge && !text.endsInDots,
  });
}

/**
 * Finds the browser's address bar in a picture and reads it; null where there is none with an address. Of several
 * addresses the uppermost with a path counts: tabs above the bar show a host at most, fields of the page lie below it.
 */
export async function readAddress(recognition: Recognition, raster: Raster): Promise<AddressReading | null> {
  let hostOnly: AddressReading | null = null;
  const texts = findBars(raster).flatMap((bar) => bar.texts);
  for (const text of texts.slice(0, MOST_TEXTS)) {
    const reading = await readText(recognition, raster, text);
    if (reading && /[/?#]/.test(reading.address.replace(/^https?:\/\//, ''))) return reading;
    hostOnly ??= reading;
  }
  return hostOnly;
}
