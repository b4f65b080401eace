import { z } from 'zod';
import { approvableBandSchema, approvalChannelSchema, estimateBandSchema } from '../billing/estimate-band';
import { kindOfWorkSchema, verdictSchema } from '../billing/kind-of-work';
import {
  approvalIdSchema,
  estimateIdSchema,
  ticketEventIdSchema,
  ticketLinkIdSchema,
  timesheetLineIdSchema,
} from '../ids';
import { escapeHtml } from '../ticket/message-html';
import { ticketLinkKindSchema } from '../ticket/ticket-link';
import { instantFromEpochMs } from '../time/instant';
import { instantSchema } from '../time/instant-schema';

// What the portal has no field for travels in internal notes: a sentence for people, and behind it one line for this app.

const LONGEST_NOTE = 60_000;
const LONGEST_LINE_SECONDS = 25 * 60 * 60;
const LONGEST_LINE_MS = LONGEST_LINE_SECONDS * 1000;
const LONGEST_LIMIT_SECONDS = 10_000 * 60 * 60;

/** More stretches of work in one line than this are told of as fewer. */
export const MOST_NOTED_INTERVALS = 200;

/** From the year 2000 to 2100: nothing else can be meant. */
const notedInstantSchema = instantSchema.refine((at) => at >= 946_684_800_000 && at <= 4_102_444_800_000);

const notedIntervalsSchema = z
  .array(z.object({ startedAt: notedInstantSchema, durationMs: z.int().min(1).max(LONGEST_LINE_MS) }))
  .max(MOST_NOTED_INTERVALS);

const textSchema = (longest: number) => z.string().max(longest);

/** What a note says of a line. */
export const lineNoteSchema = z
  .object({
    kind: z.literal('line'),
    lineId: timesheetLineIdSchema,
    /** `held`: nothing of it is on the portal yet. `removed`: it is there no more. */
    state: z.enum(['sent', 'held', 'removed']),
    /** The portal's id of the line; null while it has none. */
    remoteId: z.int().min(1).nullable(),
    date: z.iso.date(),
    intervals: notedIntervalsSchema,
    /** All of it, the held part too. */
    workedSeconds: z.int().min(0).max(LONGEST_LINE_SECONDS),
    heldSeconds: z.int().min(0),
    kindOfWork: kindOfWorkSchema,
    verdict: verdictSchema,
    overtimeDecision: z.enum(['confirmed', 'waived']).nullable(),
    /** Why the consultant decided the verdict; null: the terms did. */
    overrideReason: textSchema(2000).nullable(),
  })
  .refine(({ heldSeconds, workedSeconds }) => heldSeconds <= workedSeconds);

const approvalNoteSchema = z.object({
  kind: z.literal('approval'),
  approvalId: approvalIdSchema,
  state: z.enum(['given', 'withdrawn']),
  limitSeconds: z.int().min(1).max(LONGEST_LIMIT_SECONDS),
  band: approvableBandSchema.nullable(),
  approvedAt: notedInstantSchema,
  channel: approvalChannelSchema,
  approvedBy: textSchema(200),
  note: textSchema(2000),
});

const estimateNoteSchema = z
  .object({
    kind: z.literal('estimate'),
    estimateId: estimateIdSchema,
    band: estimateBandSchema,
    /** The figure of a specific estimate. */
    estimatedMinutes: z
      .int()
      .min(1)
      .max(LONGEST_LIMIT_SECONDS / 60)
      .nullable(),
    madeAt: notedInstantSchema,
  })
  .refine(({ band, estimatedMinutes }) => (band === 'specific') === (estimatedMinutes !== null));

/** What a note says of a ticket's escalation. What does not belong to its state is null. */
const escalationNoteSchema = z
  .object({
    kind: z.literal('escalation'),
    eventId: ticketEventIdSchema,
    step: z.enum(['requested', 'accepted', 'declined']),
    /** `withdrawn`: it was written down by mistake. */
    state: z.enum(['given', 'withdrawn']),
    at: notedInstantSchema,
    calledBy: textSchema(200).nullable(),
    calledAt: notedInstantSchema.nullable(),
    userDetails: textSchema(500).nullable(),
    hasScreenDump: z.boolean().nullable(),
    /** What it is about, why it was declined, or what was agreed. */
    text: textSchema(2000),
  })
  .refine(({ step, calledBy, calledAt, userDetails, hasScreenDump }) =>
    [calledBy, calledAt, userDetails, hasScreenDump].every((field) => (field !== null) === (step === 'requested')),
  );

/** What a note says of the line of support that a ticket was moved to. */
const supportLineNoteSchema = z.object({
  kind: z.literal('support-line'),
  eventId: ticketEventIdSchema,
  state: z.enum(['given', 'withdrawn']),
  line: z.enum(['first', 'second']),
  at: notedInstantSchema,
  reason: textSchema(2000),
});

/**
 * What a note says of a link between two tickets. Each of them has one, with the same id: so the two are known to belong
 * together, also before the portal has given a new part its own id.
 */
const linkNoteSchema = z.object({
  kind: z.literal('link'),
  linkId: ticketLinkIdSchema,
  link: ticketLinkKindSchema,
  /** Whether the note is on the first or kept ticket, or on the part or duplicate. */
  side: z.enum(['main', 'other']),
  state: z.enum(['given', 'withdrawn']),
  at: notedInstantSchema,
});

const portalNoteSchema = z.union([
  lineNoteSchema,
  approvalNoteSchema,
  estimateNoteSchema,
  escalationNoteSchema,
  supportLineNoteSchema,
  linkNoteSchema,
]);
export type LineNote = z.infer<typeof lineNoteSchema>;
export type ApprovalNote = z.infer<typeof approvalNoteSchema>;
export type EstimateNote = z.infer<typeof estimateNoteSchema>;
export type EscalationNote = z.infer<typeof escalationNoteSchema>;
export type SupportLineNote = z.infer<typeof supportLineNoteSchema>;
export type LinkNote = z.infer<typeof linkNoteSchema>;
export type PortalNote = z.infer<typeof portalNoteSchema>;

const NOTHING = '-';

/** Text without a sign that HTML, the grammar or Odoo's sanitiser could take for something else. */
function encodeText(text: string | null): string {
  if (text === null) return NOTHING;
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*-]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decodeText(text: string): string | null {
  return text === NOTHING ? null : decodeURIComponent(text);
}

/** Field by field, always all of them and always in this order. */
function fieldsOf(note: PortalNote): readonly (readonly [name: string, value: string | number | null])[] {
  switch (note.kind) {
    case 'line': {
      const work = note.intervals.map(({ startedAt, durationMs }) => `${startedAt}+${durationMs}`).join(',');
      return [
        ['id', note.lineId],
        ['state', note.state],
        ['remote', note.remoteId],
        ['date', note.date],
        ['work', work === '' ? null : work],
        ['seconds', note.workedSeconds],
        ['kind', note.kindOfWork],
        ['verdict', note.verdict],
        ['held', note.heldSeconds],
        ['overtime', note.overtimeDecision],
        ['override', encodeText(note.overrideReason)],
      ];
    }
    case 'approval':
      return [
        ['id', note.approvalId],
        ['state', note.state],
        ['limit', note.limitSeconds],
        ['band', note.band],
        ['at', note.approvedAt],
        ['channel', note.channel],
        ['by', encodeText(note.approvedBy)],
        ['note', encodeText(note.note)],
      ];
    case 'estimate':
      return [
        ['id', note.estimateId],
        ['band', note.band],
        ['minutes', note.estimatedMinutes],
        ['at', note.madeAt],
      ];
    case 'escalation':
      return [
        ['id', note.eventId],
        ['step', note.step],
        ['state', note.state],
        ['at', note.at],
        ['by', encodeText(note.calledBy)],
        ['called', note.calledAt],
        ['user', encodeText(note.userDetails)],
        ['dump', note.hasScreenDump === null ? null : note.hasScreenDump ? 'yes' : 'no'],
        ['text', encodeText(note.text)],
      ];
    case 'support-line':
      return [
        ['id', note.eventId],
        ['state', note.state],
        ['line', note.line],
        ['at', note.at],
        ['reason', encodeText(note.reason)],
      ];
    case 'link':
      return [
        ['id', note.linkId],
        ['link', note.link],
        ['side', note.side],
        ['state', note.state],
        ['at', note.at],
      ];
  }
}

function machineText(note: PortalNote): string {
  const fields = fieldsOf(note).map(([name, value]) => `${name}=${value ?? NOTHING}`);
  return `[fyra:${note.kind} ${fields.join(' ')}]`;
}

/**
 * The body of an internal note: one paragraph of HTML with a sentence for people and a line for this app. The line holds
 * no sign that a sanitiser of HTML would change. A line with very many stretches of work keeps the first ones and their
 * sum. Throws a ZodError for values out of bounds.
 */
export function formatPortalNote(note: PortalNote, sentence: string): string {
  const told = portalNoteSchema.parse(note.kind === 'line' ? withFewIntervals(note) : note);
  // A bracket in the sentence must not be taken for the beginning of the line.
  const plain = sentence.replace(/\s+/gu, ' ').trim().replaceAll('[', '(').replaceAll(']', ')');
  return `<p>${escapeHtml(plain)} ${machineText(told)}</p>`;
}

function withFewIntervals(note: LineNote): LineNote {
  if (note.intervals.length <= MOST_NOTED_INTERVALS) return note;
  const kept = note.intervals.slice(0, MOST_NOTED_INTERVALS - 1);
  const rest = note.intervals.slice(MOST_NOTED_INTERVALS - 1);
  const [first] = rest;
  if (first === undefined) return note;
  const durationMs = rest.reduce((sum, interval) => sum + interval.durationMs, 0);
  return { ...note, intervals: [...kept, { startedAt: first.startedAt, durationMs }] };
}

const BODY =
  /^\s*<p(?:\s[^<>]*)?>([^<>[\]]*)(\[fyra:(line|approval|estimate|escalation|support-line|link) ([^[\]<>&]*)\])\s*<\/p>\s*$/;

function toNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

function toText(text: string | undefined): string | null {
  try {
    return text === undefined ? null : decodeText(text);
  } catch {
    // Not encoded by us; as every note is compared with what we would have written, it is none of ours.
    return null;
  }
}

function toIntervals(text: string | undefined) {
  if (text === undefined || text === NOTHING) return [];
  return text.split(',').map((part) => {
    const [startedAt, durationMs] = part.split('+').map(toNumber);
    return { startedAt: instantFromEpochMs(startedAt ?? 0), durationMs };
  });
}

/** The value of a field that can be missing. */
function optional(text: string | undefined): string | null {
  return text === undefined || text === NOTHING ? null : text;
}

function toFlag(text: string | undefined): boolean | null {
  return text === 'yes' ? true : text === 'no' ? false : null;
}

function toCandidate(kind: string, fields: ReadonlyMap<string, string>): Record<string, unknown> {
  const field = (name: string) => fields.get(name);
  switch (kind) {
    case 'line':
      return {
        kind,
        lineId: field('id'),
        state: field('state'),
        remoteId: toNumber(field('remote')),
        date: field('date'),
        intervals: toIntervals(field('work')),
        workedSeconds: toNumber(field('seconds')),
        kindOfWork: field('kind'),
        verdict: field('verdict'),
        heldSeconds: toNumber(field('held')),
        overtimeDecision: optional(field('overtime')),
        overrideReason: toText(field('override')),
      };
    case 'approval':
      return {
        kind,
        approvalId: field('id'),
        state: field('state'),
        limitSeconds: toNumber(field('limit')),
        band: optional(field('band')),
        approvedAt: toNumber(field('at')),
        channel: field('channel'),
        approvedBy: toText(field('by')),
        note: toText(field('note')),
      };
    case 'escalation':
      return {
        kind,
        eventId: field('id'),
        step: field('step'),
        state: field('state'),
        at: toNumber(field('at')),
        calledBy: toText(field('by')),
        calledAt: toNumber(optional(field('called')) ?? undefined),
        userDetails: toText(field('user')),
        hasScreenDump: toFlag(field('dump')),
        text: toText(field('text')),
      };
    case 'support-line':
      return {
        kind,
        eventId: field('id'),
        state: field('state'),
        line: field('line'),
        at: toNumber(field('at')),
        reason: toText(field('reason')),
      };
    case 'link':
      return {
        kind,
        linkId: field('id'),
        link: field('link'),
        side: field('side'),
        state: field('state'),
        at: toNumber(field('at')),
      };
    default:
      return {
        kind,
        estimateId: field('id'),
        band: field('band'),
        estimatedMinutes: toNumber(field('minutes')),
        madeAt: toNumber(field('at')),
      };
  }
}

/**
 * Reads a note back from the HTML that the portal has of it. Anybody can write a note: what is not, sign by sign, what
 * this app writes (another order, a number with a zero before it, HTML around or within, two lines in one note, values
 * out of bounds) is null. The sentence for people is not read.
 */
export function parsePortalNote(bodyHtml: string): PortalNote | null {
  if (bodyHtml.length > LONGEST_NOTE) return null;
  const [, , machine, kind, written] = BODY.exec(bodyHtml) ?? [];
  if (machine === undefined || kind === undefined || written === undefined) return null;
  const fields = new Map(
    written.split(' ').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
  const read = portalNoteSchema.safeParse(toCandidate(kind, fields));
  return read.success && machineText(read.data) === machine ? read.data : null;
}

/** A note of this app as people read it: its sentence without the line for the app. Null for any other text. */
export function sentenceOfPortalNote(bodyHtml: string): string | null {
  if (parsePortalNote(bodyHtml) === null) return null;
  const [, sentence = ''] = BODY.exec(bodyHtml) ?? [];
  return `<p>${sentence.trim()}</p>`;
}
