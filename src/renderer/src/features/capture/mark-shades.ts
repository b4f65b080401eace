import type { MarkColor } from '@core/capture/shapes';

/** How one colour of a mark is painted. */
export interface MarkShade {
  /** The mark itself. */
  readonly ink: string;
  /** Around lines, beneath text and for a step's number: so unlike the ink that one of both stands out on any ground. */
  readonly halo: string;
  /** The marker's ink, which lets what is beneath shine through. */
  readonly marker: string;
}

const LIGHT = '#ffffff';
const DARK = '#1f2428';

/** The shades of every colour that a mark can have. */
export const MARK_SHADES: Readonly<Record<MarkColor, MarkShade>> = {
  red: { ink: '#d92d20', halo: LIGHT, marker: '#ff6b5e' },
  orange: { ink: '#c2470a', halo: LIGHT, marker: '#ff9d2e' },
  yellow: { ink: '#facc15', halo: DARK, marker: '#ffe11a' },
  green: { ink: '#1a7f37', halo: LIGHT, marker: '#4ade63' },
  blue: { ink: '#1763cf', halo: LIGHT, marker: '#4aa8ff' },
  violet: { ink: '#7a3ec8', halo: LIGHT, marker: '#b98aff' },
  black: { ink: DARK, halo: LIGHT, marker: '#3a4148' },
  white: { ink: LIGHT, halo: DARK, marker: LIGHT },
};

/** How much of what lies beneath the marker's line it covers. */
export const MARKER_OPACITY = 0.42;
