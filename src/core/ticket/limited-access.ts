import { z } from 'zod';
import type { Language } from '../language';
import { composeLetter, type LetterMatter, listLines } from './letter';

/** Where we have no access, in the order of the terms. Source: 000, "Limitations on access-related issues". */
export const limitedAccessAreaSchema = z.enum(['dns', 'lan', 'client-settings', 'peripherals']);
export type LimitedAccessArea = z.infer<typeof limitedAccessAreaSchema>;

interface Wording {
  readonly areas: Readonly<Record<LimitedAccessArea, string>>;
  readonly limited: string;
  readonly help: string;
  readonly action: string;
}

const WORDING: Readonly<Record<Language, Wording>> = {
  sv: {
    areas: {
      dns: 'DNS',
      lan: 'ert lokala nätverk (LAN)',
      'client-settings': 'inställningar på era datorer och i webbläsaren',
      peripherals: 'skrivare, scanners och annan kringutrustning',
    },
    limited: 'Ärendet rör sådant som vi inte kommer åt själva, och då kan vi bara hjälpa till i begränsad omfattning:',
    help: 'Vi gör vårt bästa för att hitta orsaken och visa er vidare, men åtgärden kan behöva göras av er egen IT-avdelning eller av en annan leverantör.',
    action:
      'Kan ni be er IT-avdelning titta på det, och berätta här vad de kommer fram till? Vi är gärna med på ett samtal med dem.',
  },
  en: {
    areas: {
      dns: 'DNS',
      lan: 'your local area network (LAN)',
      'client-settings': 'client settings',
      peripherals: 'peripheral hardware',
    },
    limited: 'The ticket concerns what we do not have direct access to, so our ability to support it is limited:',
    help: 'We will do our best to help diagnose the problem and guide you, but resolution may require action from your internal IT team or other providers.',
    action:
      'Could you ask your IT team to look into it, and tell us here what they find? We are glad to join a call with them.',
  },
};

/**
 * The reply on a ticket marked with limited access, which says so and asks the customer's IT: plain text for a person to
 * read and change. Throws a RangeError without any area. Source: 000, "Limitations on access-related issues".
 */
export function draftLimitedAccessReply(
  matter: LetterMatter & { readonly areas: readonly LimitedAccessArea[] },
  language: Language,
): string {
  const wording = WORDING[language];
  const areas = limitedAccessAreaSchema.options.filter((area) => matter.areas.includes(area));
  if (areas.length === 0) throw new RangeError('A reply about limited access needs to say to what');
  return composeLetter(matter, language, [
    `${wording.limited}\n${listLines(areas.map((area) => wording.areas[area]))}`,
    wording.help,
    wording.action,
  ]);
}
