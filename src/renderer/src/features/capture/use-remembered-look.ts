import { DEFAULT_LOOK, type MarkLook } from '@core/capture/mark-look';
import { MARK_COLORS, MARK_WEIGHTS } from '@core/capture/shapes';
import { useEffect } from 'react';
import { z } from 'zod';

const KEY = 'fyra-mark-look';

const lookSchema = z.object({
  color: z.enum(MARK_COLORS),
  weight: z.enum(MARK_WEIGHTS),
  redaction: z.enum(['solid', 'blur']),
});

/** The look that was chosen last on this computer, also before the app was started. */
export function readRememberedLook(): MarkLook {
  try {
    return lookSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return DEFAULT_LOOK;
  }
}

/** Remembers a look for the next picture and the next start. */
export function useRememberedLook(look: MarkLook): void {
  useEffect(() => localStorage.setItem(KEY, JSON.stringify(look)), [look]);
}
