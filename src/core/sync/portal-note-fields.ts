import { instantFromEpochMs } from '../time/instant';
import { type PortalNote, portalNoteSchema } from './portal-note-kinds';

// How a note stands in the line for this app: the names of its fields, their order, and their texts.

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

/** The line of a note for this app, in brackets. */
export function machineText(note: PortalNote): string {
  const fields = fieldsOf(note).map(([name, value]) => `${name}=${value ?? NOTHING}`);
  return `[fyra:${note.kind} ${fields.join(' ')}]`;
}

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

/** A note by its kind and its fields as they are written; null where they do not make one. */
export function readFields(kind: string, written: string): PortalNote | null {
  const fields = new Map(
    written.split(' ').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
  const read = portalNoteSchema.safeParse(toCandidate(kind, fields));
  return read.success ? read.data : null;
}
