import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeLine } from '../../../src/main/usecases/describe-line';
import { callPortal } from '../../support/portal-bench';
import {
  attachmentsOnPortal,
  linesOnPortal,
  messagesOnPortal,
  pushFrom,
  startWithTickets,
} from '../../support/sync-bench';
import { fileScreenshot, makePng, write } from '../../support/workbench-acts';
import { connect, readElsewhere } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const outboxIn = (file: string) => readElsewhere(file, 'SELECT kind, state, problem FROM outbox ORDER BY sequence');

describe('what waits in the outbox', () => {
  it('becomes one line on the portal, as it was recorded', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, employeeId } = bench;
    await addLine(workbench, tickets[0].id, { workedSeconds: 4_800, description: 'Felsökning av «order»' });
    expect(await pushFrom(bench)).toBeNull();
    const lines = await linesOnPortal(bench, tickets[0]);
    expect(lines).toMatchObject([
      { employeeId, date: '2026-11-23', description: 'Felsökning av «order»', workedSeconds: 4_800 },
    ]);
    expect(readElsewhere(workbench.file, 'SELECT remote_id FROM timesheet_line')).toContainEqual({
      remote_id: lines[0]?.remoteId,
    });
    expect(outboxIn(workbench.file)).toEqual([{ kind: 'create-timesheet-line', state: 'done', problem: null }]);
  });

  it('becomes one message, and one internal note that customers do not see', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    await write(workbench, tickets[0].id, 'Hej!\nVi tittar på det.');
    await write(workbench, tickets[0].id, 'Kunden ringde.', true);
    await pushFrom(bench);
    expect(await messagesOnPortal(bench, tickets[0])).toMatchObject([
      { bodyHtml: '<p>Hej!<br>Vi tittar på det.</p>', isInternalNote: false },
      { bodyHtml: '<p>Kunden ringde.</p>', isInternalNote: true },
    ]);
  });

  it('becomes one attachment with the very bytes, and the message that carries it', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, practice } = bench;
    const png = makePng(17);
    await fileScreenshot(workbench, tickets[0].id, png);
    await pushFrom(bench);
    const attachments = await attachmentsOnPortal(bench, tickets[0]);
    const [kept] = readElsewhere(workbench.file, 'SELECT flattened_hash FROM screenshot');
    const bytes = Buffer.from(workbench.pictures.read(String(kept?.['flattened_hash'])) ?? []);
    expect(attachments).toMatchObject([{ mimetype: 'image/png', datas: bytes.toString('base64') }]);
    expect(PNG.sync.read(bytes).data).toEqual(PNG.sync.read(Buffer.from(png)).data);
    const carried = await callPortal(
      practice,
      practice.apiKey,
      'mail.message',
      'search_read',
      { domain: [['res_id', '=', tickets[0].remoteId]], fields: ['attachment_ids'] },
      z.array(z.object({ attachment_ids: z.array(z.int()) })),
    );
    expect(carried.map(({ attachment_ids }) => attachment_ids)).toEqual([attachments.map(({ id }) => id)]);
  });

  it('is sent in the order it was written', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, proxy } = bench;
    await write(workbench, tickets[0].id);
    await addLine(workbench, tickets[0].id);
    await fileScreenshot(workbench, tickets[0].id);
    const before = proxy.received.length;
    await pushFrom(bench);
    expect(
      proxy.received
        .slice(before)
        .map(({ path }) => path)
        .filter((path) => path.startsWith('/json/2')),
    ).toEqual([
      '/json/2/project.task/message_post',
      '/json/2/account.analytic.line/load',
      '/json/2/ir.attachment/load',
      '/json/2/project.task/message_post',
    ]);
  });

  it('is in flight on disk before the portal hears of it', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, portal } = bench;
    await addLine(workbench, tickets[0].id);
    const seen: unknown[] = [];
    await pushFrom(bench, {
      portal: {
        ...portal,
        createTimesheetLine: (line) => {
          seen.push(readElsewhere(workbench.file, 'SELECT state, sent_at FROM outbox'));
          return portal.createTimesheetLine(line);
        },
      },
    });
    expect(seen).toEqual([[{ state: 'in-flight', sent_at: workbench.clock.read().wall }]]);
  });

  it('ends together with the storing of the portal’s id, or not at all', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    const lineId = await addLine(workbench, tickets[0].id);
    const other = connect(workbench.file);
    other.exec(`CREATE TRIGGER broken BEFORE UPDATE ON outbox WHEN NEW.state = 'done'
      BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    await expect(pushFrom(bench)).rejects.toThrow('no room');
    const remoteIdHere = () =>
      readElsewhere(workbench.file, `SELECT remote_id FROM timesheet_line WHERE id = '${lineId}'`)[0]?.['remote_id'];
    expect(remoteIdHere()).toBeNull();
    other.exec('DROP TRIGGER broken');
    await pushFrom(bench);
    const lines = await linesOnPortal(bench, tickets[0]);
    expect(lines).toHaveLength(1);
    expect(remoteIdHere()).toBe(lines[0]?.remoteId);
  });

  it('is sent once, however often the push is repeated', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets, proxy } = bench;
    await addLine(workbench, tickets[0].id);
    await fileScreenshot(workbench, tickets[0].id);
    await pushFrom(bench);
    const before = proxy.received.length;
    await pushFrom(bench);
    expect(proxy.received.length).toBe(before);
  });

  it('arrives as it is kept here, also when it is described anew while it is being sent', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    // Whichever steps of the sending the description falls between.
    for (let steps = 0; steps <= 80; steps += 4) {
      const lineId = await addLine(workbench, tickets[0].id, { description: 'Först' });
      const pushed = pushFrom(bench);
      for (let step = 0; step < steps; step += 1) await Promise.resolve();
      await describeLine(workbench, { lineId, description: `Sedan ${steps}`, kindOfWork: 'general-user-support' });
      await pushed;
    }
    const there = new Map((await linesOnPortal(bench, tickets[0])).map((line) => [line.remoteId, line.description]));
    const here = readElsewhere(workbench.file, `SELECT * FROM timesheet_line WHERE ticket_id = '${tickets[0].id}'`);
    expect(here).toHaveLength(21);
    expect(here.filter((line) => there.get(Number(line['remote_id'])) !== line['description'])).toEqual([]);
  });
});

describe('what cannot be sent at all', () => {
  it('is a line of somebody without an employee on the portal: it is left to a person', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    await addLine(workbench, tickets[0].id);
    expect(await pushFrom(bench, { employeeId: null })).toBeNull();
    expect(outboxIn(workbench.file)).toMatchObject([{ state: 'parked', problem: expect.stringContaining('employee') }]);
  });

  it('is a screen dump whose picture file is gone: it and its message wait, the rest goes', async () => {
    const bench = await startWithTickets('Order');
    const { workbench, tickets } = bench;
    await fileScreenshot(workbench, tickets[0].id);
    await addLine(workbench, tickets[0].id);
    await pushFrom(bench, { readPicture: () => null });
    expect(outboxIn(workbench.file)).toMatchObject([
      { kind: 'upload-screenshot', state: 'parked' },
      { kind: 'post-message', state: 'waiting' },
      { kind: 'create-timesheet-line', state: 'done' },
    ]);
  });
});
