import { MARK_COLORS } from '@core/capture/shapes';
import { describe, expect, it } from 'vitest';
import { MARK_SHADES } from '../../../src/renderer/src/features/capture/mark-shades';

/** How bright a colour is, from 0 to 1. Source: WCAG 2.2, "relative luminance". */
function brightnessOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Source: WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [brightnessOf(one), brightnessOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(MARK_COLORS)('the colour %s', (color) => {
  const { ink, halo } = MARK_SHADES[color];

  it('can be read on its halo', () => {
    expect(contrast(ink, halo)).toBeGreaterThanOrEqual(4.5);
  });

  it('stands out, itself or its halo, on white, on black and on every grey between', () => {
    for (let shade = 0; shade < 256; shade += 1) {
      const ground = `#${shade.toString(16).padStart(2, '0').repeat(3)}`;
      expect(Math.max(contrast(ink, ground), contrast(halo, ground))).toBeGreaterThan(2);
    }
  });
});
