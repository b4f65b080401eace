import type { Language } from '../language';
import { composeLetter, type LetterMatter } from './letter';
import type { Escalation } from './ticket';

/** What an escalation by telephone asks for. */
export type EscalationCheck = 'user-details' | 'screen-dump';

/** What is known about an escalation. */
export interface EscalationFacts {
  /** Who called. */
  readonly callerName: string;
  /** How to reach them: a telephone number or an address. */
  readonly callerContact: string;
  /** Whether a screen dump on the ticket shows its address. */
  readonly hasScreenDumpWithAddress: boolean;
}

/**
 * What is missing from an escalation. It is registered all the same. Source: 000, "Provide as much information as
 * possible, including user details and screen dumps with URL visible".
 */
export function missingForEscalation(facts: EscalationFacts): EscalationCheck[] {
  const hasUserDetails = facts.callerName.trim() !== '' && facts.callerContact.trim() !== '';
  return [
    ...(hasUserDetails ? [] : (['user-details'] as const)),
    ...(facts.hasScreenDumpWithAddress ? [] : (['screen-dump'] as const)),
  ];
}

/** What the drafted confirmation speaks of. */
export interface EscalationMatter extends LetterMatter {
  readonly standing: Exclude<Escalation['kind'], 'none'>;
  readonly missing: readonly EscalationCheck[];
}

interface Wording {
  readonly requested: string;
  readonly accepted: string;
  readonly overtime: string;
  readonly pleaseSend: (what: string) => string;
  readonly and: string;
  readonly checks: Readonly<Record<EscalationCheck, string>>;
}

const WORDING: Readonly<Record<Language, Wording>> = {
  sv: {
    requested:
      'Vi har tagit emot er eskalering och lyfter den internt. Ni får besked så snart vi har tagit ställning till om ärendet prioriteras.',
    accepted:
      'Ärendet är eskalerat och har nu högsta prioritet hos oss. Vi börjar arbeta med det direkt och sätter in de resurser som behövs.',
    overtime: 'Observera att arbete med eskalerade ärenden kan debiteras som övertid utan ytterligare avisering.',
    pleaseSend: (what) => `Skicka gärna ${what}, så kommer vi fortare framåt.`,
    and: ' och ',
    checks: {
      'user-details': 'uppgift om vilken användare det gäller och hur vi når den',
      'screen-dump': 'en skärmbild där webbadressen syns',
    },
  },
  en: {
    requested:
      'We have received your escalation and are raising it internally. We will tell you as soon as we have decided whether the ticket is given priority.',
    accepted:
      'The ticket is priority escalated and now has the highest priority with us. We begin work immediately with the resources that are required.',
    overtime: 'Please note that escalated issues may attract overtime charges without further notification.',
    pleaseSend: (what) => `Please send us ${what}: it helps us to get on faster.`,
    and: ' and ',
    checks: {
      'user-details': 'the details of the user concerned and how to reach them',
      'screen-dump': 'a screen dump with the URL visible',
    },
  },
};

/**
 * The message that confirms an escalation, or that it was received where nobody has accepted it yet: plain text for a
 * person to read and change. It promises no time. Source: 000, "What happens next": "Once accepted as "priority
 * escalated," we begin work immediately", "Escalated issues may attract overtime charges without further notification".
 */
export function draftEscalationConfirmation(matter: EscalationMatter, language: Language): string {
  const wording = WORDING[language];
  const wanted = matter.missing.map((check) => wording.checks[check]).join(wording.and);
  return composeLetter(matter, language, [
    wording[matter.standing],
    wording.overtime,
    ...(wanted === '' ? [] : [wording.pleaseSend(wanted)]),
  ]);
}
