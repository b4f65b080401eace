import type { TicketId, TimesheetLineId } from '@core/ids';
import type { Outcome } from '@core/outcome';
import { stockholmDate } from '@core/time/stockholm';
import type { AsyncCommand } from 'fast-check';
import fc from 'fast-check';
import { PNG } from 'pngjs';
import { expect } from 'vitest';
import { z } from 'zod';
import { readPortalLists } from '../../../src/main/db/queries/portal-lists';
import { listOpenConflicts } from '../../../src/main/db/queries/ticket-conflicts';
import { addLine } from '../../../src/main/usecases/add-line';
import { changeTicket } from '../../../src/main/usecases/change-ticket';
import { decideConflict } from '../../../src/main/usecases/decide-conflict';
import { decideLineConflict } from '../../../src/main/usecases/decide-line-conflict';
import { deleteLines } from '../../../src/main/usecases/delete-lines';
import { editLine } from '../../../src/main/usecases/edit-line';
import type { LineFailure } from '../../../src/main/usecases/own-line';
import { readLineConflicts } from '../../../src/main/usecases/read-line-conflicts';
import { registerTicket } from '../../../src/main/usecases/register-ticket';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { stopTimer } from '../../../src/main/usecases/stop-timer';
import { redoChange, undoChange } from '../../../src/main/usecases/undo-change';
import { writeMessage } from '../../../src/main/usecases/write-message';
import { MINUTE, SECOND } from '../hand-clock';
import { validateOnPortal } from '../line-acts';
import { callPortal, expectValue } from '../portal-bench';
import { fileScreenshot } from '../workbench-acts';
import { LINE_FAULTS, type LineFault, type PlannedFault } from './fault-line';
import { type Intent, listOwnLines, noteOfficeText, noteOwnLines } from './intent';
import { type Computer, type ConsultantName, USER_NAMES, type World } from './world';

/** What commands act on. */
export interface Real {
  readonly world: World;
  readonly computers: Readonly<Record<ConsultantName, Computer>>;
  /** Told of each command that was carried out. */
  readonly onCommand: (kind: string) => void;
}

export type HistoryCommand = AsyncCommand<Intent, Real>;

/** A command by one consultant; every one can be carried out at any time. */
class Act implements HistoryCommand {
  constructor(
    private readonly kind: string,
    private readonly who: ConsultantName,
    private readonly details: Readonly<Record<string, unknown>>,
    private readonly act: (computer: Computer, intent: Intent, real: Real) => Promise<void>,
  ) {}

  check(): boolean {
    return true;
  }

  async run(intent: Intent, real: Real): Promise<void> {
    real.onCommand(this.kind);
    await this.act(real.computers[this.who], intent, real);
  }

  toString(): string {
    return `${this.who} ${this.kind} ${JSON.stringify(this.details)}`;
  }
}

const LAST_REGISTERED = 2;

/** One of the tickets of both, or the one that this person registered last; null where there is none yet. */
function ticketOf(computer: Computer, intent: Intent, index: number): TicketId | null {
  if (index === LAST_REGISTERED) return intent.registered[computer.name].at(-1)?.id ?? null;
  return computer.ticketIds[index] ?? null;
}

const who = fc.constantFrom<ConsultantName>('maja', 'oskar');
const ticket = fc.constantFrom(0, 1);
/** The tickets of both, and what somebody registered last. */
const anyTicket = fc.constantFrom(0, 1, LAST_REGISTERED);
const pick = fc.nat({ max: 30 });
const minutes = fc.integer({ min: 5, max: 75 });

/** A command that changes lines here: what the app then shows is what has to stay. */
function changesLines(
  kind: string,
  name: ConsultantName,
  details: Readonly<Record<string, unknown>>,
  change: (computer: Computer, intent: Intent) => Promise<void>,
): HistoryCommand {
  return new Act(kind, name, details, async (computer, intent) => {
    await change(computer, intent);
    await noteOwnLines(intent, computer);
  });
}

/** One of the lines that are not deleted; null when there is none. */
async function pickLine(computer: Computer, index: number): Promise<TimesheetLineId | null> {
  const lines = (await listOwnLines(computer)).filter(({ isDeleted }) => !isDeleted);
  return lines.length === 0 ? null : (lines[index % lines.length]?.id ?? null);
}

async function typeLine(computer: Computer, intent: Intent, ticketIndex: number, worked: number): Promise<void> {
  const ticketId = ticketOf(computer, intent, ticketIndex);
  if (ticketId === null) return;
  intent.written += 1;
  expectValue(
    await addLine(computer.session().workbench, {
      target: { kind: 'ticket', ticketId },
      date: stockholmDate(computer.clock.read().wall),
      time: { kind: 'duration', workedSeconds: worked * 60 },
      description: `Arbete ${intent.written}`,
      kindOfWork: 'general-user-support',
      cutOverlaps: false,
    }),
  );
}

async function workWithTimer(computer: Computer, intent: Intent, ticketIndex: number): Promise<void> {
  const { workbench } = computer.session();
  const ticketId = computer.ticketIds[ticketIndex];
  if (ticketId === undefined) throw new Error('There is no such ticket.');
  const { timerId } = expectValue(await startTimer(workbench, ticketId));
  for (let passed = 0; passed < MINUTE; passed += 4 * SECOND) {
    computer.clock.pass(4 * SECOND);
    await computer.clock.beat();
  }
  intent.written += 1;
  const description = `Arbete ${intent.written}`;
  expectValue(await stopTimer(workbench, { timerId, description, kindOfWork: 'general-user-support' }));
}

/** A picture unlike any other of its history. */
function makePicture(number: number): Uint8Array {
  const png = new PNG({ width: 4, height: 3 });
  png.data.fill(255);
  png.data.writeUInt16BE(number, 0);
  return PNG.sync.write(png);
}

const officeLinesSchema = z.array(
  z.object({
    id: z.int(),
    employee_id: z.tuple([z.int(), z.string()]),
    name: z.string(),
    unit_amount: z.number(),
  }),
);

/** One of the lines on the portal that can still be changed, with a key that may; null when there is none. */
async function pickOnPortal({ bench, ticketRemoteIds }: World, index: number) {
  const lines = await callPortal(
    bench,
    bench.apiKey,
    'account.analytic.line',
    'search_read',
    {
      domain: [
        ['task_id', 'in', ticketRemoteIds],
        ['validated', '=', false],
      ],
      fields: ['employee_id', 'name', 'unit_amount'],
      order: 'id asc',
    },
    officeLinesSchema,
  );
  const line = lines[index % Math.max(1, lines.length)];
  if (line === undefined) return null;
  const owner: ConsultantName = line.employee_id[1] === USER_NAMES.maja ? 'maja' : 'oskar';
  return { ...line, owner, key: owner === 'maja' ? bench.apiKey : bench.colleagueApiKey };
}

/** Somebody at the office corrects the words of a line on the portal. */
async function correctAtOffice({ world }: Real, intent: Intent, index: number): Promise<void> {
  const line = await pickOnPortal(world, index);
  if (line === null) return;
  intent.written += 1;
  const name = `Rättat ${intent.written}`;
  noteOfficeText(intent, line.id, name);
  const named = { ids: [line.id], vals: { name } };
  await callPortal(world.bench, line.key, 'account.analytic.line', 'write', named, z.literal(true));
}

/**
 * Somebody at the office deletes a line on the portal that its owner knows to have arrived. Of one whose answer is still
 * missing nobody could tell afterwards whether it ever came.
 */
async function deleteAtOffice({ world, computers }: Real, intent: Intent, index: number): Promise<void> {
  const line = await pickOnPortal(world, index);
  if (line === null) return;
  const known = await listOwnLines(computers[line.owner]);
  if (!known.some(({ remoteId }) => remoteId === line.id)) return;
  intent.officeDeleted.add(line.id);
  const named = { ids: [line.id] };
  await callPortal(world.bench, line.key, 'account.analytic.line', 'unlink', named, z.literal(true));
}

/** An approver validates a line on the portal: nobody changes it any more. */
async function lockAtOffice({ world }: Real, intent: Intent, index: number): Promise<void> {
  const line = await pickOnPortal(world, index);
  if (line === null) return;
  validateOnPortal(world, line.id, true);
  intent.officeLocked.set(line.id, {
    workedSeconds: Math.round(line.unit_amount * 3600),
    description: line.name,
  });
}

/** A line that is known to be validated refuses to be changed, which is an answer like any other. */
function expectDoneOrLocked(outcome: Outcome<null, LineFailure>): void {
  if (!outcome.ok) expect(outcome.failure).toEqual({ kind: 'line-locked' });
}

/** Decides about the first line at odds. What that records is what it says it would, and nothing else. */
async function decideAboutLine(computer: Computer, index: number): Promise<void> {
  const { workbench } = computer.session();
  const [conflict] = await readLineConflicts(workbench.database);
  const choice = conflict?.choices[index % conflict.choices.length];
  if (!conflict || choice === undefined) return;
  const sum = async () =>
    (await listOwnLines(computer)).reduce((sum, line) => sum + (line.isDeleted ? 0 : line.workedSeconds), 0);
  const before = await sum();
  expectValue(await decideLineConflict(workbench, { conflictId: conflict.id, choice }));
  if (choice === 'record-difference') expect((await sum()) - before).toBe(conflict.missingSeconds);
  if (choice === 'send-again' || choice === 'leave') expect(await sum()).toBe(before);
}

const planned = fc.record<PlannedFault>({
  kind: fc.constantFrom<LineFault>(...LINE_FAULTS),
  after: fc.nat({ max: 14 }),
});

/** What is done to tickets: both work on the same two, and each registers some of their own. */
const ticketCommands: readonly fc.WeightedArbitrary<HistoryCommand>[] = [
  {
    weight: 2,
    arbitrary: fc.tuple(who, anyTicket, pick).map(
      ([name, at, index]) =>
        new Act('moves a ticket', name, { at, index }, async (computer, intent) => {
          const { workbench } = computer.session();
          const ticketId = ticketOf(computer, intent, at);
          const { stages } = await readPortalLists(workbench.database);
          const stage = stages[index % Math.max(1, stages.length)];
          if (ticketId === null || stage === undefined) return;
          expectValue(await changeTicket(workbench, { ticketId, change: { stage: { remoteId: stage.remoteId } } }));
        }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(who, ticket).map(
      ([name, at]) =>
        new Act('renames a ticket', name, { at }, async (computer, intent) => {
          const ticketId = ticketOf(computer, intent, at);
          if (ticketId === null) return;
          intent.written += 1;
          const title = `Rubrik ${intent.written}`;
          expectValue(await changeTicket(computer.session().workbench, { ticketId, change: { title } }));
          intent.titles[name].set(at, title);
        }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(who).map(
      ([name]) =>
        new Act('registers a ticket', name, {}, async (computer, intent) => {
          const { workbench } = computer.session();
          const [group] = (await readPortalLists(workbench.database)).groups;
          if (group === undefined) throw new Error('There is no project.');
          intent.written += 1;
          const title = `Registrerat ${intent.written}`;
          const request = {
            title,
            description: '',
            customerId: null,
            groupRemoteId: group.remoteId,
            tagRemoteIds: [],
          };
          const { ticketId } = expectValue(await registerTicket(workbench, request));
          intent.registered[name].push({ id: ticketId, title });
        }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(who, fc.constantFrom('mine' as const, 'theirs' as const)).map(
      ([name, choice]) =>
        new Act('decides a conflict', name, { choice }, async (computer) => {
          const { workbench } = computer.session();
          const [conflict] = await listOpenConflicts(workbench.database);
          if (!conflict) return;
          const decided = await decideConflict(workbench, { conflictId: conflict.id, choice });
          if (!decided.ok) expect(decided.failure).toEqual({ kind: 'ticket-changed-since' });
        }),
    ),
  },
];

const commands: readonly fc.WeightedArbitrary<HistoryCommand>[] = [
  {
    weight: 5,
    arbitrary: fc
      .tuple(who, anyTicket, minutes)
      .map(([name, at, worked]) =>
        changesLines('types a line', name, { at, worked }, (computer, intent) =>
          typeLine(computer, intent, at, worked),
        ),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(who, ticket)
      .map(([name, at]) =>
        changesLines('works with the timer', name, { at }, (computer, intent) => workWithTimer(computer, intent, at)),
      ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(who, pick, minutes).map(([name, index, worked]) =>
      changesLines('changes the time of a line', name, { index, worked }, async (computer) => {
        const lineId = await pickLine(computer, index);
        if (lineId === null) return;
        const time = { kind: 'duration', workedSeconds: worked * 60 } as const;
        expectDoneOrLocked(await editLine(computer.session().workbench, { lineId, time, cutOverlaps: false }));
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(who, pick).map(([name, index]) =>
      changesLines('changes the words of a line', name, { index }, async (computer, intent) => {
        const lineId = await pickLine(computer, index);
        if (lineId === null) return;
        intent.written += 1;
        const description = `Ändrat ${intent.written}`;
        expectDoneOrLocked(await editLine(computer.session().workbench, { lineId, description, cutOverlaps: false }));
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(who, pick).map(([name, index]) =>
      changesLines('deletes a line', name, { index }, async (computer) => {
        const lineId = await pickLine(computer, index);
        if (lineId !== null) expectDoneOrLocked(await deleteLines(computer.session().workbench, [lineId]));
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(who, fc.boolean()).map(([name, isUndo]) =>
      changesLines(isUndo ? 'undoes' : 'does again', name, {}, async (computer) => {
        const { workbench } = computer.session();
        // Nothing to take back, or something that has been changed since, is an answer like any other.
        await (isUndo ? undoChange(workbench) : redoChange(workbench));
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(who, ticket, fc.boolean()).map(
      ([name, at, isInternalNote]) =>
        new Act('writes a message', name, { at, isInternalNote }, async (computer, intent) => {
          const ticketId = computer.ticketIds[at];
          if (ticketId === undefined) throw new Error('There is no such ticket.');
          intent.written += 1;
          const text = `Meddelande ${intent.written}`;
          intent.messages.push(text);
          expectValue(await writeMessage(computer.session().workbench, { ticketId, text, isInternalNote }));
        }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(who, ticket).map(
      ([name, at]) =>
        new Act('sends a screen dump', name, { at }, async (computer, intent) => {
          const ticketId = computer.ticketIds[at];
          if (ticketId === undefined) throw new Error('There is no such ticket.');
          intent.pictures += 1;
          await fileScreenshot(computer.session().workbench, ticketId, makePicture(intent.pictures));
        }),
    ),
  },
  ...ticketCommands,
  {
    weight: 8,
    arbitrary: fc.tuple(who, fc.array(planned, { maxLength: 2 })).map(
      ([name, faults]) =>
        new Act('syncs', name, { faults }, async (computer) => {
          computer.line.plan(faults);
          await computer.sync();
        }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, fc.nat({ max: 20 }), fc.constantFrom<'before' | 'after'>('before', 'after'))
      .map(
        ([name, atRequest, moment]) =>
          new Act('is killed while syncing', name, { atRequest, moment }, (computer) =>
            computer.killDuringSync(atRequest, moment),
          ),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(who, fc.integer({ min: 1, max: 40 }))
      .map(
        ([name, passed]) =>
          new Act('lets time pass', name, { passed }, (_computer, _intent, { world, computers }) =>
            world.pass(computers, passed * MINUTE),
          ),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, pick)
      .map(
        ([name, index]) =>
          new Act('is corrected by the office', name, { index }, (_computer, intent, real) =>
            correctAtOffice(real, intent, index),
          ),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(who, pick)
      .map(
        ([name, index]) =>
          new Act('has a line deleted by the office', name, { index }, (_computer, intent, real) =>
            deleteAtOffice(real, intent, index),
          ),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(who, pick)
      .map(
        ([name, index]) =>
          new Act('has a line validated by the office', name, { index }, (_computer, intent, real) =>
            lockAtOffice(real, intent, index),
          ),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(who, pick)
      .map(([name, index]) =>
        changesLines('decides about a line', name, { index }, (computer) => decideAboutLine(computer, index)),
      ),
  },
];

/** Thirty to forty commands, among them at least `leastSyncs` syncs with a fault each. */
export const histories: fc.Arbitrary<readonly HistoryCommand[]> = fc
  .tuple(
    fc.array(fc.oneof(...commands), { minLength: 27, maxLength: 37, size: 'max' }),
    // Three faults at the least, wherever they fall: the line keeps them until they strike.
    fc.array(fc.tuple(who, planned, fc.nat({ max: 36 })), { minLength: 3, maxLength: 3 }),
  )
  .map(([acts, faults]) => {
    const history = [...acts];
    for (const [name, fault, at] of faults) {
      history.splice(
        Math.min(at, history.length),
        0,
        new Act('syncs', name, { faults: [fault] }, async (computer) => {
          computer.line.plan([fault]);
          await computer.sync();
        }),
      );
    }
    return history;
  });
