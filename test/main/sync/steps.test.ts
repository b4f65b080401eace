import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fault } from '../../support/fault';
import { MINUTE } from '../../support/hand-clock';
import { callPortal } from '../../support/portal-bench';
import {
  attachmentsOnPortal,
  type BothTicket,
  killWhileSending,
  messagesOnPortal,
  pushFrom,
  type SyncBench,
  startWithTickets,
} from '../../support/sync-bench';
import { fileSteps } from '../../support/workbench-acts';
import { readElsewhere } from '../../support/workbench-file';

const CAPTIONS = ['Öppna ordern', 'Bekräfta', 'Se felet'];

async function withSteps() {
  const bench = await startWithTickets('Order');
  const [ticket] = bench.tickets;
  await fileSteps(bench.workbench, ticket.id, CAPTIONS);
  return { bench, ticket };
}

const statesIn = ({ workbench }: SyncBench) =>
  readElsewhere(workbench.file, 'SELECT state FROM outbox').map(({ state }) => state);

/** Everything that waits is tried until nothing does, as the syncs of the next hour do. */
async function pushUntilDone(bench: SyncBench) {
  for (let round = 0; round < 60 && statesIn(bench).some((state) => state !== 'done'); round += 1) {
    bench.workbench.clock.pass(MINUTE);
    await pushFrom(bench);
  }
}

/** The pictures of the ticket's one message, by name, in the order in which the portal has them. */
async function picturesOfMessage(bench: SyncBench, ticket: BothTicket): Promise<string[]> {
  const messages = await messagesOnPortal(bench, ticket);
  expect(messages).toHaveLength(1);
  const [stored] = await callPortal(
    bench.practice,
    bench.practice.apiKey,
    'mail.message',
    'read',
    { ids: messages.map(({ remoteId }) => remoteId), fields: ['attachment_ids'] },
    z.array(z.object({ attachment_ids: z.array(z.int()) })),
  );
  const attachments = await callPortal(
    bench.practice,
    bench.practice.apiKey,
    'ir.attachment',
    'read',
    { ids: stored?.attachment_ids ?? [], fields: ['name'] },
    z.array(z.object({ id: z.int(), name: z.string() })),
  );
  const names = new Map(attachments.map(({ id, name }) => [id, name]));
  return (stored?.attachment_ids ?? []).map((id) => names.get(id) ?? '');
}

/** One message that carries each picture once, in the order of the steps, and nothing beside it. */
async function expectInOrder(bench: SyncBench, ticket: BothTicket) {
  const names = await picturesOfMessage(bench, ticket);
  expect(names.map((name) => /-(\d\d)-[0-9a-f]{8}\.png$/.exec(name)?.[1])).toEqual(['01', '02', '03']);
  const attachments = await attachmentsOnPortal(bench, ticket);
  expect(attachments.map(({ name }) => name).toSorted()).toEqual(names);
  const [message] = await messagesOnPortal(bench, ticket);
  const places = [...CAPTIONS, ...names].map((text) => message?.bodyHtml.indexOf(text) ?? -1);
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places.slice(0, 3)).toEqual(places.slice(0, 3).toSorted((a, b) => a - b));
}

describe('steps to reproduce on the portal', () => {
  it('are one message with every picture once, in order', async () => {
    const { bench, ticket } = await withSteps();
    expect(await pushFrom(bench)).toBeNull();
    await expectInOrder(bench, ticket);
    expect(new Set(statesIn(bench))).toEqual(new Set(['done']));
  });

  const faults: Fault[] = [{ kind: 'lose-answer' }, { kind: 'cut-answer' }, { kind: 'lose-request' }];
  it.each(faults)('are still so when a picture meets: $kind', async (fault) => {
    const { bench, ticket } = await withSteps();
    bench.proxy.inject(fault, { path: '/ir.attachment/load' });
    await pushUntilDone(bench);
    await expectInOrder(bench, ticket);
  });

  it.each(faults.slice(0, 2))('are still so when the message meets: $kind', async (fault) => {
    const { bench, ticket } = await withSteps();
    bench.proxy.inject(fault, { path: '/project.task/message_post' });
    await pushUntilDone(bench);
    await expectInOrder(bench, ticket);
  });

  it.each([true, false])('are still so when the app is killed at a picture (portal acted: %s)', async (portalActs) => {
    const { bench, ticket } = await withSteps();
    const after = await killWhileSending(bench, 'createAttachment', portalActs);
    await pushUntilDone(after);
    await expectInOrder(after, ticket);
  });

  it('wait with the message, and with the pictures behind it, while one is refused', async () => {
    const { bench, ticket } = await withSteps();
    const body = JSON.stringify({ ids: false, messages: [{ type: 'error', message: 'För stor' }], nextrow: 0 });
    bench.proxy.inject({ kind: 'answer', status: 200, body }, { path: '/ir.attachment/load' });
    await pushFrom(bench);
    expect(statesIn(bench)).toEqual(['parked', 'waiting', 'waiting', 'waiting']);
    expect(await messagesOnPortal(bench, ticket)).toEqual([]);
    expect(await attachmentsOnPortal(bench, ticket)).toEqual([]);
  });
});
