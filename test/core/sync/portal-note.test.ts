import { kindOfWorkSchema, verdictSchema } from '@core/billing/kind-of-work';
import {
  approvalIdSchema,
  estimateIdSchema,
  ticketEventIdSchema,
  ticketLinkIdSchema,
  timesheetLineIdSchema,
} from '@core/ids';
import { describeLinkNote } from '@core/sync/link-note-sentence';
import {
  describeApprovalNote,
  describeEscalationNote,
  describeEstimateNote,
  describeLineNote,
  describeSupportLineNote,
} from '@core/sync/note-sentence';
import { formatPortalNote, parsePortalNote, sentenceOfPortalNote } from '@core/sync/portal-note';
import {
  type ApprovalNote,
  type EscalationNote,
  type EstimateNote,
  type LineNote,
  type LinkNote,
  MOST_NOTED_INTERVALS,
  type PortalNote,
  type SupportLineNote,
} from '@core/sync/portal-note-kinds';
import { addMs, type Instant, instantFromEpochMs } from '@core/time/instant';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitiseHtml } from '../../../src/main/portal/practice/sanitise-html';
import { MINUTE, stockholm } from '../builders';

const LINE_ID = timesheetLineIdSchema.parse('0199a1b2-0000-7000-8000-000000000001');
const NOON: Instant = stockholm('2026-11-25 12:00');

const line: LineNote = {
  kind: 'line',
  lineId: LINE_ID,
  state: 'sent',
  remoteId: 123,
  date: '2026-11-25',
  intervals: [
    { startedAt: NOON, durationMs: 30 * MINUTE },
    { startedAt: addMs(NOON, 60 * MINUTE), durationMs: 15 * MINUTE },
  ],
  workedSeconds: 2_700,
  heldSeconds: 0,
  kindOfWork: 'general-user-support',
  verdict: 'chargeable',
  overtimeDecision: null,
  overrideReason: null,
};

const approval: ApprovalNote = {
  kind: 'approval',
  approvalId: approvalIdSchema.parse('0199a1b2-0000-7000-8000-000000000002'),
  state: 'given',
  limitSeconds: 36_000,
  band: 'under-10',
  approvedAt: NOON,
  channel: 'email',
  approvedBy: 'Anna Berg',
  note: '',
};

const estimate: EstimateNote = {
  kind: 'estimate',
  estimateId: estimateIdSchema.parse('0199a1b2-0000-7000-8000-000000000003'),
  band: 'under-10',
  estimatedMinutes: null,
  madeAt: NOON,
};

const escalation: EscalationNote = {
  kind: 'escalation',
  eventId: ticketEventIdSchema.parse('0199a1b2-0000-7000-8000-000000000004'),
  step: 'requested',
  state: 'given',
  at: NOON,
  calledBy: 'Anna Berg',
  calledAt: NOON,
  userDetails: 'anna@norrskenet.example',
  hasScreenDump: false,
  text: 'Kassan startar inte',
};

const supportLine: SupportLineNote = {
  kind: 'support-line',
  eventId: ticketEventIdSchema.parse('0199a1b2-0000-7000-8000-000000000005'),
  state: 'given',
  line: 'second',
  at: NOON,
  reason: 'Felet är i en anpassning',
};

const link: LinkNote = {
  kind: 'link',
  linkId: ticketLinkIdSchema.parse('0199a1b2-0000-7000-8000-000000000006'),
  link: 'part',
  side: 'main',
  state: 'given',
  at: NOON,
};

const MACHINE =
  '[fyra:line id=0199a1b2-0000-7000-8000-000000000001 state=sent remote=123 date=2026-11-25 ' +
  `work=${NOON}+1800000,${addMs(NOON, 60 * MINUTE)}+900000 seconds=2700 kind=general-user-support ` +
  'verdict=chargeable held=0 overtime=- override=-]';

describe('a note on the portal', () => {
  it('is one paragraph: a sentence for people, and a line for this app', () => {
    expect(formatPortalNote(line, '45 min worked')).toBe(`<p>45 min worked ${MACHINE}</p>`);
  });

  it('is read back as it was written', () => {
    for (const note of [line, approval, estimate, link])
      expect(parsePortalNote(formatPortalNote(note, 'Text'))).toEqual(note);
  });

  it('keeps its line whatever stands in the sentence', () => {
    const sentence = `<b>${MACHINE}</b> & "so" [on]\n\n ${MACHINE.replace('chargeable', 'included')}`;
    expect(parsePortalNote(formatPortalNote(line, sentence))).toEqual(line);
  });

  it('tells of very many stretches as fewer, with their sum', () => {
    const many = Array.from({ length: 260 }, (_, index) => ({
      startedAt: addMs(NOON, index * 1_000),
      durationMs: 500,
    }));
    const read = parsePortalNote(formatPortalNote({ ...line, intervals: many }, ''));
    const intervals = read?.kind === 'line' ? read.intervals : [];
    expect(intervals).toHaveLength(MOST_NOTED_INTERVALS);
    expect(intervals.reduce((sum, { durationMs }) => sum + durationMs, 0)).toBe(260 * 500);
  });

  it('is not written with values out of bounds', () => {
    expect(() => formatPortalNote({ ...line, heldSeconds: 2_701 }, '')).toThrow();
    expect(() => formatPortalNote({ ...approval, limitSeconds: 0 }, '')).toThrow();
    expect(() => formatPortalNote({ ...estimate, band: 'specific' }, '')).toThrow();
    expect(() => formatPortalNote({ ...escalation, calledBy: null }, '')).toThrow();
    expect(() => formatPortalNote({ ...escalation, step: 'accepted' }, '')).toThrow();
  });
});

const at = fc.integer({ min: 946_684_800_000, max: 4_102_444_800_000 }).map(instantFromEpochMs);
const uuid = fc.uuid({ version: 7 });
const text = (maxLength: number) => fc.string({ unit: 'binary', maxLength });

const lineNotes: fc.Arbitrary<PortalNote> = fc
  .record({
    kind: fc.constant('line' as const),
    lineId: uuid.map((id) => timesheetLineIdSchema.parse(id)),
    state: fc.constantFrom('sent' as const, 'held' as const, 'removed' as const),
    remoteId: fc.option(fc.integer({ min: 1 })),
    date: fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    intervals: fc.array(fc.record({ startedAt: at, durationMs: fc.integer({ min: 1, max: 90_000_000 }) }), {
      maxLength: 12,
    }),
    workedSeconds: fc.nat({ max: 90_000 }),
    held: fc.double({ min: 0, max: 1, noNaN: true }),
    kindOfWork: fc.constantFrom(...kindOfWorkSchema.options),
    verdict: fc.constantFrom(...verdictSchema.options),
    overtimeDecision: fc.constantFrom('confirmed' as const, 'waived' as const, null),
    overrideReason: fc.option(text(60)),
  })
  .map(({ held, date, ...note }) => ({
    ...note,
    date: date.toISOString().slice(0, 10),
    heldSeconds: Math.floor(held * note.workedSeconds),
  }));

const approvalNotes: fc.Arbitrary<PortalNote> = fc.record({
  kind: fc.constant('approval' as const),
  approvalId: uuid.map((id) => approvalIdSchema.parse(id)),
  state: fc.constantFrom('given' as const, 'withdrawn' as const),
  limitSeconds: fc.integer({ min: 1, max: 36_000_000 }),
  band: fc.constantFrom('under-10' as const, 'under-20' as const, 'specific' as const, null),
  approvedAt: at,
  channel: fc.constantFrom('email' as const, 'phone' as const, 'portal' as const, 'in-person' as const),
  approvedBy: text(60),
  note: text(120),
});

const estimateNotes: fc.Arbitrary<PortalNote> = fc.oneof(
  fc.record({
    kind: fc.constant('estimate' as const),
    estimateId: uuid.map((id) => estimateIdSchema.parse(id)),
    band: fc.constantFrom('under-10' as const, 'over-10' as const, 'under-20' as const, 'over-20' as const),
    estimatedMinutes: fc.constant(null),
    madeAt: at,
  }),
  fc.record({
    kind: fc.constant('estimate' as const),
    estimateId: uuid.map((id) => estimateIdSchema.parse(id)),
    band: fc.constant('specific' as const),
    estimatedMinutes: fc.integer({ min: 1, max: 600_000 }),
    madeAt: at,
  }),
);

const given = fc.constantFrom('given' as const, 'withdrawn' as const);
const eventId = uuid.map((id) => ticketEventIdSchema.parse(id));

const escalationNotes: fc.Arbitrary<PortalNote> = fc.oneof(
  fc.record({
    kind: fc.constant('escalation' as const),
    eventId,
    step: fc.constant('requested' as const),
    state: given,
    at,
    calledBy: text(60),
    calledAt: at,
    userDetails: text(60),
    hasScreenDump: fc.boolean(),
    text: text(120),
  }),
  fc.record({
    kind: fc.constant('escalation' as const),
    eventId,
    step: fc.constantFrom('accepted' as const, 'declined' as const),
    state: given,
    at,
    calledBy: fc.constant(null),
    calledAt: fc.constant(null),
    userDetails: fc.constant(null),
    hasScreenDump: fc.constant(null),
    text: text(120),
  }),
);

const supportLineNotes: fc.Arbitrary<PortalNote> = fc.record({
  kind: fc.constant('support-line' as const),
  eventId,
  state: given,
  line: fc.constantFrom('first' as const, 'second' as const),
  at,
  reason: text(120),
});

const linkNotes: fc.Arbitrary<PortalNote> = fc.record({
  kind: fc.constant('link' as const),
  linkId: uuid.map((id) => ticketLinkIdSchema.parse(id)),
  link: fc.constantFrom('part' as const, 'duplicate' as const),
  side: fc.constantFrom('main' as const, 'other' as const),
  state: given,
  at,
});

const notes = fc.oneof(lineNotes, approvalNotes, estimateNotes, escalationNotes, supportLineNotes, linkNotes);

describe('whatever a note says', () => {
  it('it is read back as it was written, also from behind a sanitiser of HTML', () => {
    fc.assert(
      fc.property(notes, text(80), (note, sentence) => {
        const body = formatPortalNote(note, sentence);
        expect(parsePortalNote(body)).toEqual(note);
        expect(parsePortalNote(sanitiseHtml(body))).toEqual(note);
      }),
    );
  });

  it('no sign of its line can be taken for HTML', () => {
    fc.assert(
      fc.property(notes, (note) => {
        const body = formatPortalNote(note, '');
        expect(body.slice(3, -4)).toMatch(/^ \[fyra:[A-Za-z0-9:=+,.%_~ -]+\]$/);
      }),
    );
  });

  it('one sign more, less or other makes no other note of it', () => {
    const change = fc.record({
      position: fc.nat(),
      removed: fc.nat({ max: 2 }),
      inserted: fc.string({ maxLength: 2 }),
    });
    fc.assert(
      fc.property(notes, change, (note, { position, removed, inserted }) => {
        const body = formatPortalNote(note, 'Text');
        const index = position % body.length;
        const changed = body.slice(0, index) + inserted + body.slice(index + removed);
        const read = parsePortalNote(changed);
        // What is still a note says what its own writing says, or says the same as before.
        if (read !== null) expect(changed).toContain(formatPortalNote(read, '').slice(4, -4));
      }),
      { numRuns: 500 },
    );
  });

  it('no text whatever makes the reader fail', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (body) => parsePortalNote(body) === null));
  });
});

describe('what others wrote in the manner of a note', () => {
  const body = (machine: string) => `<p>Text ${machine}</p>`;
  const changed = (from: string | RegExp, to: string) => {
    const machine = MACHINE.replace(from, to);
    expect(machine).not.toBe(MACHINE);
    return parsePortalNote(body(machine));
  };

  it('is read where only the paragraph has attributes and white space around it', () => {
    expect(parsePortalNote(`\n <p class="o" data-x="1">Text ${MACHINE} </p>\n`)).toEqual(line);
  });

  it.each([
    ['nothing at all', ''],
    ['no line', '<p>Text</p>'],
    ['no paragraph', MACHINE],
    ['another element', `<div>Text ${MACHINE}</div>`],
    ['HTML around the line', `<p>Text <b>${MACHINE}</b></p>`],
    ['HTML within the line', body(MACHINE.replace('state=', '<i>state</i>='))],
    ['a quoted note', `<blockquote>${body(MACHINE)}</blockquote>`],
    ['text behind it', `<p>Text ${MACHINE} and more</p>`],
    ['two notes', body(MACHINE) + body(MACHINE)],
    ['two lines in one note', body(`${MACHINE} ${MACHINE}`)],
    ['a line within a line', body(MACHINE.replace('override=-', `override=${MACHINE}`))],
    ['an entity', body(MACHINE.replace('override=-', 'override=&#91;'))],
    ['far too much text', `<p>${'x'.repeat(70_000)} ${MACHINE}</p>`],
  ])('is no note with %s', (_what, html) => {
    expect(parsePortalNote(html)).toBeNull();
  });

  it.each([
    ['a field twice', 'seconds=2700', 'seconds=2700 seconds=60'],
    ['a field missing', ' seconds=2700', ''],
    ['a field of its own', 'held=0', 'held=0 admin=1'],
    ['another order', 'state=sent remote=123', 'remote=123 state=sent'],
    ['a wrong id', /id=\S+/, 'id=1'],
    ['a state of its own', 'state=sent', 'state=paid'],
    ['a negative number', 'seconds=2700', 'seconds=-2700'],
    ['a number in another writing', 'seconds=2700', 'seconds=02700'],
    ['a number with an exponent', 'seconds=2700', 'seconds=27e2'],
    ['a number with a fraction', 'seconds=2700', 'seconds=2700.5'],
    ['more seconds than a day has', 'seconds=2700', 'seconds=90001'],
    ['more held than worked', 'held=0', 'held=2701'],
    ['a date that is none', 'date=2026-11-25', 'date=2026-02-30'],
    ['a kind of work of its own', 'kind=general-user-support', 'kind=anything'],
    ['a verdict of its own', 'verdict=chargeable', 'verdict=free'],
    ['work outside all time', /work=\d+/, 'work=1'],
    ['work without an end', '+1800000', ''],
    ['work that takes no time', '+1800000', '+0'],
    ['work that takes longer than a day', '+1800000', '+90000001'],
    ['a text that is not encoded', 'override=-', "override=o'clock"],
    ['a text that is badly encoded', 'override=-', 'override=%E0%A4%A'],
    ['a text that is far too long', 'override=-', `override=${'x'.repeat(2_001)}`],
  ])('is no note with %s', (_what, from, to) => {
    expect(changed(from, to)).toBeNull();
  });

  it('is no note with more stretches than one may have', () => {
    const work = Array.from({ length: MOST_NOTED_INTERVALS + 1 }, () => `${NOON}+1000`).join(',');
    expect(changed(/work=\S+/, `work=${work}`)).toBeNull();
  });
});

describe('a note as people read it', () => {
  it('is its sentence without the line for the app', () => {
    expect(sentenceOfPortalNote(formatPortalNote(line, '45 min < 1 h & [klart]'))).toBe(
      '<p>45 min &lt; 1 h &amp; (klart)</p>',
    );
  });

  it('is any other text to whoever is shown it', () => {
    expect(sentenceOfPortalNote('<p>Ring kunden</p>')).toBeNull();
    expect(sentenceOfPortalNote(formatPortalNote(line, 'Text').replace('seconds=', 'seconds=0'))).toBeNull();
  });
});

describe('what people read in a note', () => {
  const charge = { workedMinutes: 22, chargedMinutes: 30, reason: 'minimum' } as const;

  it('is how much was worked when, and what the ticket comes to', () => {
    const note = { ...line, workedSeconds: 22 * 60 };
    expect(describeLineNote(note, { holdReason: null, charge }, 'en')).toBe(
      '22 min worked on 2026-11-25 (chargeable). The ticket so far: 22 min worked → 30 min charged (minimum charge).',
    );
    expect(describeLineNote(note, { holdReason: null, charge }, 'sv')).toBe(
      '22 min arbetade 2026-11-25 (debiterbar). Ärendet hittills: 22 min arbetat → 30 min debiteras (minimidebitering).',
    );
  });

  it('is what waits for which reason, and why the consultant decided', () => {
    const note = { ...line, heldSeconds: 900, verdict: 'not-charged', overrideReason: 'Our own fault' } as const;
    expect(describeLineNote(note, { holdReason: 'unapproved', charge: null }, 'en')).toBe(
      '45 min worked on 2026-11-25 (not charged). Decided by the consultant: Our own fault. ' +
        '15 min of it wait for the customer’s approval and are not on the portal.',
    );
    expect(describeLineNote(note, { holdReason: 'pack-empty', charge: null }, 'sv')).toContain(
      '15 min av dem väntar på ett nytt klippkort',
    );
  });

  it('is that a line was removed', () => {
    const removed = { ...line, state: 'removed' } as const;
    expect(describeLineNote(removed, { holdReason: null, charge }, 'en')).toBe(
      'The timesheet line of 2026-11-25 (45 min) was removed.',
    );
  });

  it('is who approved how much, when and how', () => {
    expect(describeApprovalNote({ ...approval, note: 'Ring vid frågor' }, 'sv')).toBe(
      'Anna Berg har godkänt upp till 10 h totalt, 2026-11-25 (e-post). Ring vid frågor',
    );
    expect(describeApprovalNote({ ...approval, state: 'withdrawn' }, 'en')).toBe(
      'The approval of up to 10 h by Anna Berg on 2026-11-25 was withdrawn.',
    );
  });

  it('is who called to escalate and what is missing, and what was decided', () => {
    expect(describeEscalationNote(escalation, 'sv')).toBe(
      'Anna Berg ringde 2026-11-25 12:00 och vill eskalera: Kassan startar inte. Användare: anna@norrskenet.example. ' +
        'Skärmbild med webbadress saknas.',
    );
    const decided = { ...escalation, calledBy: null, calledAt: null, userDetails: null, hasScreenDump: null };
    expect(describeEscalationNote({ ...decided, step: 'accepted', text: '' }, 'en')).toBe(
      'The escalation was accepted 2026-11-25 12:00.',
    );
    expect(describeEscalationNote({ ...decided, step: 'declined', text: 'It is a test system.' }, 'en')).toBe(
      'The escalation was not accepted: It is a test system.',
    );
    expect(describeEscalationNote({ ...decided, step: 'accepted', state: 'withdrawn' }, 'sv')).toBe(
      'Beslutet att godta eskaleringen är återtaget.',
    );
  });

  it('is where a ticket was moved to, and why', () => {
    expect(describeSupportLineNote(supportLine, 'sv')).toBe(
      'Ärendet är flyttat till andra linjen: Felet är i en anpassning.',
    );
    expect(describeSupportLineNote({ ...supportLine, line: 'first', reason: 'A setting' }, 'en')).toBe(
      'The ticket is back in first line: A setting.',
    );
    expect(describeSupportLineNote({ ...supportLine, state: 'withdrawn' }, 'en')).toBe(
      'The move to second line was withdrawn.',
    );
  });

  it('is the estimate, and no promise', () => {
    expect(describeEstimateNote(estimate, 'en')).toBe(
      'The customer was given an estimate: less than 10 hours in total.',
    );
    expect(describeEstimateNote({ ...estimate, band: 'specific', estimatedMinutes: 1_950 }, 'sv')).toBe(
      'Kunden har fått en uppskattning: 32 h 30 min totalt.',
    );
  });
});

describe('the sentence about a link', () => {
  it('names the ticket at the other end, in the language of the consultant', () => {
    const other = { number: 'S-1042', title: 'Två fel' };
    expect(describeLinkNote({ link: 'part', side: 'other', state: 'given' }, other, 'en')).toBe(
      'Split from S-1042 Två fel.',
    );
    expect(describeLinkNote({ link: 'part', side: 'main', state: 'given' }, other, 'sv')).toBe(
      'Delat: S-1042 Två fel är ett eget ärende.',
    );
    expect(describeLinkNote({ link: 'duplicate', side: 'other', state: 'given' }, other, 'sv')).toBe(
      'Dubblett av S-1042 Två fel, där ärendet fortsätter.',
    );
    expect(describeLinkNote({ link: 'duplicate', side: 'main', state: 'withdrawn' }, other, 'en')).toBe(
      'The merge was taken back: S-1042 Två fel.',
    );
  });
});
