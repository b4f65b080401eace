import { assertNever } from '../assert-never';
import type { Charge } from '../billing/charge';
import type { ApprovalChannel, EstimateBand } from '../billing/estimate-band';
import type { HoldReason } from '../billing/hold';
import type { Verdict } from '../billing/kind-of-work';
import type { Language } from '../language';
import type { Instant } from '../time/instant';
import { spokenDuration } from '../time/spoken-duration';
import { stockholmDate, stockholmTime } from '../time/stockholm';
import type { ApprovalNote, EscalationNote, EstimateNote, LineNote, SupportLineNote } from './portal-note-kinds';

interface Words {
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly hold: Readonly<Record<HoldReason, (held: string) => string>>;
  readonly worked: (worked: string, date: string, verdict: string) => string;
  readonly removed: (worked: string, date: string) => string;
  readonly override: (reason: string) => string;
  readonly charge: Readonly<Record<Charge['reason'], (worked: string, charged: string) => string>>;
  readonly ticket: (charge: string) => string;
  readonly channel: Readonly<Record<ApprovalChannel, string>>;
  readonly approved: (by: string, limit: string, date: string, channel: string) => string;
  readonly approvalWithdrawn: (by: string, limit: string, date: string) => string;
  readonly band: Readonly<Record<Exclude<EstimateBand, 'specific'>, string>>;
  readonly estimate: (what: string) => string;
  readonly escalation: {
    readonly requested: (by: string, called: string, text: string) => string;
    readonly user: (details: string) => string;
    readonly dump: Readonly<Record<'there' | 'missing', string>>;
    readonly accepted: (at: string) => string;
    readonly declined: (text: string) => string;
    readonly withdrawn: Readonly<Record<EscalationNote['step'], string>>;
  };
  readonly movedTo: Readonly<Record<SupportLineNote['line'], (reason: string) => string>>;
  readonly moveWithdrawn: Readonly<Record<SupportLineNote['line'], string>>;
}

const SWEDISH: Words = {
  verdict: {
    chargeable: 'debiterbar',
    included: 'ingår',
    'always-separate': 'alltid separat',
    'not-charged': 'debiteras inte',
    undecided: 'obedömd',
  },
  hold: {
    unapproved: (held) => `${held} av dem väntar på kundens godkännande och ligger inte på portalen.`,
    'pack-empty': (held) => `${held} av dem väntar på ett nytt klippkort och ligger inte på portalen.`,
    overlap: (held) => `${held} av dem väntar eftersom de överlappar annan tid.`,
  },
  worked: (worked, date, verdict) => `${worked} arbetade ${date} (${verdict}).`,
  removed: (worked, date) => `Tidraden från ${date} (${worked}) är borttagen.`,
  override: (reason) => `Konsultens bedömning: ${reason}.`,
  charge: {
    'nothing-chargeable': (worked) => `${worked} arbetat → inget debiteras`,
    minimum: (worked, charged) => `${worked} arbetat → ${charged} debiteras (minimidebitering)`,
    'rounded-up': (worked, charged) => `${worked} arbetat → ${charged} debiteras (avrundat uppåt)`,
    exact: (worked, charged) => `${worked} arbetat → ${charged} debiteras`,
    'held-at-limit': (worked, charged) => `${worked} arbetat → ${charged} debiteras (stannar vid gränsen)`,
  },
  ticket: (charge) => `Ärendet hittills: ${charge}.`,
  channel: { email: 'e-post', phone: 'telefon', portal: 'portalen', 'in-person': 'muntligt' },
  approved: (by, limit, date, channel) => `${by} har godkänt upp till ${limit} totalt, ${date} (${channel}).`,
  approvalWithdrawn: (by, limit, date) => `Godkännandet av upp till ${limit} från ${by}, ${date}, är återtaget.`,
  band: {
    'under-10': 'mindre än 10 timmar',
    'over-10': 'mer än 10 timmar',
    'under-20': 'mindre än 20 timmar',
    'over-20': 'mer än 20 timmar',
  },
  estimate: (what) => `Kunden har fått en uppskattning: ${what} totalt.`,
  escalation: {
    requested: (by, called, text) => `${by} ringde ${called} och vill eskalera: ${text}`,
    user: (details) => `Användare: ${details}.`,
    dump: { there: 'Skärmbild med webbadress finns.', missing: 'Skärmbild med webbadress saknas.' },
    accepted: (at) => `Eskaleringen är godtagen ${at}.`,
    declined: (text) => `Eskaleringen är inte godtagen: ${text}`,
    withdrawn: {
      requested: 'Begäran om eskalering är återtagen.',
      accepted: 'Beslutet att godta eskaleringen är återtaget.',
      declined: 'Beslutet att inte godta eskaleringen är återtaget.',
    },
  },
  movedTo: {
    first: (reason) => `Ärendet är tillbaka i första linjen: ${reason}`,
    second: (reason) => `Ärendet är flyttat till andra linjen: ${reason}`,
  },
  moveWithdrawn: {
    first: 'Flytten till första linjen är återtagen.',
    second: 'Flytten till andra linjen är återtagen.',
  },
};

const ENGLISH: Words = {
  verdict: {
    chargeable: 'chargeable',
    included: 'included',
    'always-separate': 'always separate',
    'not-charged': 'not charged',
    undecided: 'undecided',
  },
  hold: {
    unapproved: (held) => `${held} of it wait for the customer’s approval and are not on the portal.`,
    'pack-empty': (held) => `${held} of it wait for a new support pack and are not on the portal.`,
    overlap: (held) => `${held} of it wait because they overlap other time.`,
  },
  worked: (worked, date, verdict) => `${worked} worked on ${date} (${verdict}).`,
  removed: (worked, date) => `The timesheet line of ${date} (${worked}) was removed.`,
  override: (reason) => `Decided by the consultant: ${reason}.`,
  charge: {
    'nothing-chargeable': (worked) => `${worked} worked → nothing charged`,
    minimum: (worked, charged) => `${worked} worked → ${charged} charged (minimum charge)`,
    'rounded-up': (worked, charged) => `${worked} worked → ${charged} charged (rounded up)`,
    exact: (worked, charged) => `${worked} worked → ${charged} charged`,
    'held-at-limit': (worked, charged) => `${worked} worked → ${charged} charged (held at the limit)`,
  },
  ticket: (charge) => `The ticket so far: ${charge}.`,
  channel: { email: 'e-mail', phone: 'telephone', portal: 'the portal', 'in-person': 'in person' },
  approved: (by, limit, date, channel) => `${by} approved up to ${limit} in total on ${date} (${channel}).`,
  approvalWithdrawn: (by, limit, date) => `The approval of up to ${limit} by ${by} on ${date} was withdrawn.`,
  band: {
    'under-10': 'less than 10 hours',
    'over-10': 'more than 10 hours',
    'under-20': 'less than 20 hours',
    'over-20': 'more than 20 hours',
  },
  estimate: (what) => `The customer was given an estimate: ${what} in total.`,
  escalation: {
    requested: (by, called, text) => `${by} called ${called} to escalate: ${text}`,
    user: (details) => `User: ${details}.`,
    dump: { there: 'There is a screen dump with its address.', missing: 'A screen dump with its address is missing.' },
    accepted: (at) => `The escalation was accepted ${at}.`,
    declined: (text) => `The escalation was not accepted: ${text}`,
    withdrawn: {
      requested: 'The request to escalate was withdrawn.',
      accepted: 'The decision to accept the escalation was withdrawn.',
      declined: 'The decision not to accept the escalation was withdrawn.',
    },
  },
  movedTo: {
    first: (reason) => `The ticket is back in first line: ${reason}`,
    second: (reason) => `The ticket was moved to second line: ${reason}`,
  },
  moveWithdrawn: {
    first: 'The move to first line was withdrawn.',
    second: 'The move to second line was withdrawn.',
  },
};

function wordsIn(language: Language): Words {
  return language === 'sv' ? SWEDISH : ENGLISH;
}

function inMinutes(minutes: number): string {
  return spokenDuration(minutes * 60);
}

/**
 * What people read in the note about a line: how much on which day, under which verdict and why, what of it waits, and
 * the charge of the ticket. Source: 001, "you can see all the information about your Support tickets, including any
 * work done by our consultants"; what the customer need not see stands in internal notes.
 */
export function describeLineNote(
  note: LineNote,
  { holdReason, charge }: { holdReason: HoldReason | null; charge: Charge | null },
  language: Language,
): string {
  const words = wordsIn(language);
  const worked = spokenDuration(note.workedSeconds);
  if (note.state === 'removed') return words.removed(worked, note.date);
  return [
    words.worked(worked, note.date, words.verdict[note.verdict]),
    note.overrideReason === null ? '' : words.override(note.overrideReason),
    holdReason === null ? '' : words.hold[holdReason](spokenDuration(note.heldSeconds)),
    charge === null
      ? ''
      : words.ticket(words.charge[charge.reason](inMinutes(charge.workedMinutes), inMinutes(charge.chargedMinutes))),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** What people read in the note about an approval: who, how much, when and how. */
export function describeApprovalNote(note: ApprovalNote, language: Language): string {
  const words = wordsIn(language);
  const limit = spokenDuration(note.limitSeconds);
  const date = stockholmDate(note.approvedAt);
  return note.state === 'withdrawn'
    ? words.approvalWithdrawn(note.approvedBy, limit, date)
    : [words.approved(note.approvedBy, limit, date, words.channel[note.channel]), note.note].join(' ').trim();
}

/** What people read in the note about an estimate. */
export function describeEstimateNote(note: EstimateNote, language: Language): string {
  const words = wordsIn(language);
  const what = note.band === 'specific' ? inMinutes(note.estimatedMinutes ?? 0) : words.band[note.band];
  return words.estimate(what);
}

/** What a person wrote, with the full stop that many leave out. */
function asSentence(text: string): string {
  return /[.!?…:]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`;
}

function momentOf(at: Instant): string {
  return `${stockholmDate(at)} ${stockholmTime(at)}`;
}

/** What people read in the note about an escalation: who called and what about, or what was decided. */
export function describeEscalationNote(note: EscalationNote, language: Language): string {
  const words = wordsIn(language).escalation;
  if (note.state === 'withdrawn') return words.withdrawn[note.step];
  switch (note.step) {
    case 'requested':
      return [
        words.requested(note.calledBy ?? '', momentOf(note.calledAt ?? note.at), asSentence(note.text)),
        note.userDetails ? words.user(note.userDetails) : '',
        words.dump[note.hasScreenDump === true ? 'there' : 'missing'],
      ]
        .filter((part) => part !== '')
        .join(' ');
    case 'accepted':
      return [words.accepted(momentOf(note.at)), note.text].join(' ').trim();
    case 'declined':
      return words.declined(asSentence(note.text));
    default:
      return assertNever(note.step);
  }
}

/** What people read in the note about the line of support that a ticket was moved to. */
export function describeSupportLineNote(note: SupportLineNote, language: Language): string {
  const words = wordsIn(language);
  return note.state === 'withdrawn'
    ? words.moveWithdrawn[note.line]
    : words.movedTo[note.line](asSentence(note.reason));
}
