const STEPS_HOURS = [1 / 12, 1 / 4, 1 / 2, 1, 2, 4, 8, 20, 40, 80, 200, 400, 800];
const MOST_STEPS = 5;

/** Round figures for an axis in hours, from zero to the first that is not below `mostHours`. */
export function hourTicks(mostHours: number): number[] {
  const step = STEPS_HOURS.find((hours) => mostHours <= hours * MOST_STEPS) ?? Math.ceil(mostHours / MOST_STEPS);
  const count = Math.max(1, Math.ceil(mostHours / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
