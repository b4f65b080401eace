import { describe, expect, it } from 'vitest';
import { readScreenshot } from '../../../src/main/db/queries/screenshots';
import { mergeDuplicate } from '../../../src/main/usecases/merge-duplicate';
import { pauseTimer } from '../../../src/main/usecases/pause-timer';
import { previewMerge, proposeKept } from '../../../src/main/usecases/preview-merge';
import { startTimer } from '../../../src/main/usecases/start-timer';
import { takeLinkBack } from '../../../src/main/usecases/take-link-back';
import { HOUR } from '../../support/hand-clock';
import { edit, lineHere, sentLine, validateOnPortal } from '../../support/line-acts';
import {
  linkNotesThere,
  linksOf,
  merge,
  replyAsCustomer,
  sentencesOn,
  split,
  startWithTwo,
  takeBack,
  ticketOf,
} from '../../support/link-acts';
import { expectFailure, expectValue } from '../../support/portal-bench';
import { workAsColleague } from '../../support/portal-colleague';
import { queueOf } from '../../support/queue';
import { linesOnPortal } from '../../support/sync-bench';
import { changeHere, stagesOf, ticketThere } from '../../support/ticket-acts';
import { takeScreenshot } from '../../support/workbench-acts';
import { addLine, addTicket } from '../../support/workbench-rows';

describe('a duplicate', () => {
  it('is solved, its lines and drafts go to the ticket that is kept, and both are told', async () => {
    const bench = await startWithTwo();
    const { first: duplicate, second: kept, workbench } = bench;
    const line = await sentLine(bench, duplicate, { workedSeconds: 1200 });
    const draft = await takeScreenshot(workbench, duplicate.id);
    const { movedSeconds, keptNumber } = await merge(bench, duplicate.id, kept.id);
    expect([movedSeconds, keptNumber]).toEqual([1200, `S-${kept.remoteId}`]);
    expect((await ticketOf(bench, duplicate.id)).state).toBe('solved');
    expect((await lineHere(bench, line.id)).ticketId).toBe(kept.id);
    expect((await readScreenshot(workbench.database, draft))?.ticketId).toBe(kept.id);
    expect(await sentencesOn(bench, kept.id)).toContain(
      `Dubblett: S-${duplicate.remoteId} Två fel i kassan fortsätter här.`,
    );
    await bench.sync();
    expect((await ticketThere(bench, duplicate)).stage?.name).toBe('Löst');
    expect(await linesOnPortal(bench, kept)).toMatchObject([{ workedSeconds: 1200 }]);
    expect(await linkNotesThere(bench, duplicate.remoteId)).toEqual([
      `Dubblett av S-${kept.remoteId} Kassan startar inte, där ärendet fortsätter.`,
    ]);
    expect((await linksOf(bench, duplicate.id)).duplicateOf?.ticket.id).toBe(kept.id);
    expect((await linksOf(bench, kept.id)).duplicates.map(({ ticket }) => ticket.id)).toEqual([duplicate.id]);
  });

  it('keeps its lines where that is asked for, and what cannot move is said in figures', async () => {
    const bench = await startWithTwo();
    const { first: duplicate, second: kept, workbench } = bench;
    const locked = await sentLine(bench, duplicate, { workedSeconds: 900 });
    validateOnPortal(bench, locked.remoteId, true);
    await workAsColleague(bench, duplicate.remoteId, 20);
    await bench.sync();
    const free = await addLine(workbench, duplicate.id, { workedSeconds: 600 });
    const pair = { duplicateId: duplicate.id, keptId: kept.id };
    expect(expectValue(await previewMerge(workbench.database, pair))).toMatchObject({
      refusal: null,
      movableCount: 1,
      movableSeconds: 600,
      stayingCount: 1,
      stayingSeconds: 900,
      colleaguesSeconds: 1200,
      stageName: 'Löst',
    });
    expectValue(await mergeDuplicate(workbench, { ...pair, movesLines: false }));
    expect((await lineHere(bench, free)).ticketId).toBe(duplicate.id);
    expect((await lineHere(bench, locked.id)).ticketId).toBe(duplicate.id);
  });

  it('of another customer is refused, and nothing is changed', async () => {
    const bench = await startWithTwo();
    const stranger = await addTicket(bench.workbench);
    const pair = { duplicateId: bench.first.id, keptId: stranger };
    expect(expectValue(await previewMerge(bench.workbench.database, pair)).refusal).toBe('other-customer');
    expect(expectFailure(await mergeDuplicate(bench.workbench, { ...pair, movesLines: true })).kind).toBe(
      'other-customer',
    );
    expect((await linksOf(bench, bench.first.id)).duplicateOf).toBeNull();
  });

  it('on which a timer runs, or is paused, is refused: none of its minutes is lost', async () => {
    const bench = await startWithTwo();
    const { first: duplicate, second: kept, workbench } = bench;
    const { timerId } = expectValue(await startTimer(workbench, duplicate.id));
    const attempt = async () =>
      expectFailure(await mergeDuplicate(workbench, { duplicateId: duplicate.id, keptId: kept.id, movesLines: true }))
        .kind;
    expect(await attempt()).toBe('timer-open');
    expectValue(await pauseTimer(workbench, timerId));
    expect(await attempt()).toBe('timer-open');
  });

  it('is not kept in the place of another one, and not merged twice', async () => {
    const bench = await startWithTwo();
    const { first, second, workbench } = bench;
    await merge(bench, first.id, second.id);
    const part = await split(bench, { ticketId: second.id });
    const attempt = async (duplicateId: typeof first.id, keptId: typeof first.id) =>
      expectFailure(await mergeDuplicate(workbench, { duplicateId, keptId, movesLines: true })).kind;
    expect(await attempt(part.ticketId, first.id)).toBe('kept-is-duplicate');
    expect(await attempt(first.id, part.ticketId)).toBe('already-merged');
    expect((await proposeKept(workbench.database, part.ticketId)).map(({ id }) => id)).toEqual([second.id]);
  });

  it('goes back to the working queue when the customer writes on it, once for each message', async () => {
    const bench = await startWithTwo();
    const { first: duplicate, second: kept } = bench;
    await replyAsCustomer(bench, duplicate.remoteId, 'Från förr');
    await bench.sync();
    await merge(bench, duplicate.id, kept.id);
    await bench.sync();
    const working = async () => (await queueOf(bench.workbench, { view: 'working' })).rows.map(({ id }) => id);
    expect(await working()).not.toContain(duplicate.id);
    await replyAsCustomer(bench, duplicate.remoteId);
    await bench.sync();
    expect(await working()).toContain(duplicate.id);
    expect((await ticketThere(bench, duplicate)).stage?.name).toBe('Ny');
    expect((await linksOf(bench, duplicate.id)).duplicateOf?.ticket.id).toBe(kept.id);
    const stages = await stagesOf(bench);
    await changeHere(bench, duplicate, { stage: { remoteId: stages['Löst'] ?? null } });
    await bench.sync();
    expect(await working()).not.toContain(duplicate.id);
  });
});

describe('taking a merge back', () => {
  it('takes everything out of the outbox as long as nothing was sent', async () => {
    const bench = await startWithTwo();
    const { first: duplicate, second: kept, workbench } = bench;
    const line = await addLine(workbench, duplicate.id);
    const draft = await takeScreenshot(workbench, duplicate.id);
    const before = [await ticketOf(bench, duplicate.id), await lineHere(bench, line)];
    const { linkId } = await merge(bench, duplicate.id, kept.id);
    await takeBack(bench, linkId);
    expect([await ticketOf(bench, duplicate.id), await lineHere(bench, line)]).toEqual(before);
    expect((await readScreenshot(workbench.database, draft))?.ticketId).toBe(duplicate.id);
    expect(await sentencesOn(bench, kept.id)).toEqual([]);
    expect((await linksOf(bench, duplicate.id)).duplicateOf).toBeNull();
    await bench.sync();
    expect(await linkNotesThere(bench, kept.remoteId)).toEqual([]);
  });

  it('makes the counter-changes on the portal once it was sent', async () => {
    const bench = await startWithTwo();
    const { first: duplicate, second: kept } = bench;
    const line = await sentLine(bench, duplicate, { workedSeconds: 1200 });
    const { linkId } = await merge(bench, duplicate.id, kept.id);
    await bench.sync();
    await takeBack(bench, linkId);
    await bench.sync();
    expect((await ticketThere(bench, duplicate)).stage?.name).toBe('Ny');
    expect(await linesOnPortal(bench, duplicate)).toMatchObject([{ workedSeconds: 1200 }]);
    expect(await linesOnPortal(bench, kept)).toEqual([]);
    expect(await linkNotesThere(bench, kept.remoteId)).toEqual([
      `Dubblett: S-${duplicate.remoteId} Två fel i kassan fortsätter här.`,
      `Sammanslagningen är återtagen: S-${duplicate.remoteId} Två fel i kassan.`,
    ]);
    expect((await lineHere(bench, line.id)).ticketId).toBe(duplicate.id);
    expect(expectFailure(await takeLinkBack(bench.workbench, linkId)).kind).toBe('not-found');
  });

  it('is refused where a line that moved was changed since', async () => {
    const bench = await startWithTwo();
    const { first: duplicate, second: kept, workbench } = bench;
    const line = await addLine(workbench, duplicate.id);
    const { linkId } = await merge(bench, duplicate.id, kept.id);
    await edit(bench, line, { description: 'Något annat' });
    expect(expectFailure(await takeLinkBack(workbench, linkId)).kind).toBe('changed-since');
    expect((await lineHere(bench, line)).ticketId).toBe(kept.id);
  });

  it('leaves the ticket where somebody has moved it since', async () => {
    const bench = await startWithTwo();
    const { first: duplicate, second: kept, workbench } = bench;
    const { linkId } = await merge(bench, duplicate.id, kept.id);
    const stages = await stagesOf(bench);
    workbench.clock.pass(HOUR);
    await changeHere(bench, duplicate, { stage: { remoteId: stages['Väntar på kund'] ?? null } });
    await takeBack(bench, linkId);
    expect((await ticketOf(bench, duplicate.id)).state).toBe('waiting-for-customer');
  });
});
