import { z } from 'zod';
import { coveredPixels, type Rectangle } from './covered-pixels';

/** The region that was drawn last, in pixels of its display. */
export const lastRegionSchema = z.object({
  displayId: z.string(),
  x: z.int().min(0),
  y: z.int().min(0),
  width: z.int().min(1),
  height: z.int().min(1),
});
export type LastRegion = z.infer<typeof lastRegionSchema>;

/**
 * What of a display's picture the last region is today: as much of it as the display still has, or null where nothing of
 * it is left. Sizes in pixels.
 */
export function repeatRegion(last: LastRegion, picture: { width: number; height: number }): Rectangle | null {
  return coveredPixels(last, picture);
}
