import { escapeHtml } from '../ticket/message-html';
import { machineText, readFields } from './portal-note-fields';
import { type LineNote, MOST_NOTED_INTERVALS, type PortalNote, portalNoteSchema } from './portal-note-kinds';

const LONGEST_NOTE = 60_000;

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

/**
 * Reads a note back from the HTML that the portal has of it. Anybody can write a note: what is not, sign by sign, what
 * this app writes (another order, a number with a zero before it, HTML around or within, two lines in one note, values
 * out of bounds) is null. The sentence for people is not read.
 */
export function parsePortalNote(bodyHtml: string): PortalNote | null {
  if (bodyHtml.length > LONGEST_NOTE) return null;
  const [, , machine, kind, written] = BODY.exec(bodyHtml) ?? [];
  if (machine === undefined || kind === undefined || written === undefined) return null;
  const note = readFields(kind, written);
  return note !== null && machineText(note) === machine ? note : null;
}

/** A note of this app as people read it: its sentence without the line for the app. Null for any other text. */
export function sentenceOfPortalNote(bodyHtml: string): string | null {
  if (parsePortalNote(bodyHtml) === null) return null;
  const [, sentence = ''] = BODY.exec(bodyHtml) ?? [];
  return `<p>${sentence.trim()}</p>`;
}
