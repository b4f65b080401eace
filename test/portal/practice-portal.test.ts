import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFromEpochMs } from '@core/time/instant';
import Database from 'better-sqlite3';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createOdooPortal } from '../../src/main/portal/odoo/odoo-portal';
import type { PortalTicket } from '../../src/main/portal/portal';
import { startPracticePortal } from '../../src/main/portal/practice/practice-portal';
import { expectValue, type PortalBench, portalOf, startPracticeBench } from '../support/portal-bench';
import { describePortalContract } from './contract';

describePortalContract('practice', () => startPracticeBench());
describePortalContract('practice over JSON-RPC', () => startPracticeBench(Date.now, 'json-rpc'));

/** A Tuesday, just before lunch in Stockholm. */
const NOW = Date.parse('2026-11-24T10:30:00Z');

describe('the practice portal', () => {
  let bench: PortalBench;
  let tickets: readonly PortalTicket[];

  beforeAll(async () => {
    bench = await startPracticeBench(() => NOW);
    tickets = expectValue(await portalOf(bench).readTickets({ changedSince: null, after: null, pageSize: 200 })).rows;
  });
  afterAll(() => bench.stop());

  it('has tickets with every agreement, category and kind of escalation', () => {
    expect(tickets.length).toBeGreaterThanOrEqual(26);
    expect(new Set(tickets.flatMap(({ customer }) => customer?.tags.map(({ name }) => name) ?? []))).toEqual(
      new Set(['On demand', 'Support pack 25 h', 'Patch agreement', 'Maintenance and support']),
    );
    expect(new Set(tickets.flatMap(({ tags }) => tags.map(({ name }) => name))).size).toBe(10);
    expect(new Set(tickets.map(({ stage }) => stage?.name))).toEqual(
      new Set(['Ny', 'Pågår', 'Väntar på kund', 'Löst']),
    );
    expect(new Set(tickets.map(({ customer }) => customer?.language))).toEqual(new Set(['sv_SE', 'en_US']));
  });

  it('numbers tickets from 1031 on, in the order they were registered in', () => {
    const byId = tickets.toSorted((a, b) => a.remoteId - b.remoteId);
    expect(byId[0]?.remoteId).toBe(1031);
    expect(byId).toEqual(tickets.toSorted((a, b) => a.registeredAt - b.registeredAt || a.remoteId - b.remoteId));
  });

  it('registered all of them before now, within service hours', () => {
    for (const { registeredAt, title } of tickets) {
      const at = DateTime.fromMillis(registeredAt, { zone: 'Europe/Stockholm' });
      expect(registeredAt, title).toBeLessThanOrEqual(NOW);
      expect(at.weekday, title).toBeLessThanOrEqual(5);
      expect(at.hour, title).toBeGreaterThanOrEqual(7);
      expect(at < at.set({ hour: 18, minute: 1 }), title).toBe(true);
    }
  });

  it('has on-demand tickets at 0, 2:50, 3:40 and past 4 hours', () => {
    const onDemand = tickets.filter(({ customer }) => customer?.tags.some(({ name }) => name === 'On demand'));
    const minutes = onDemand.map(({ workedSecondsOfEverybody }) => workedSecondsOfEverybody / 60);
    expect(minutes).toEqual(expect.arrayContaining([0, 170, 220]));
    expect(Math.max(...minutes)).toBeGreaterThan(240);
  });

  it('sums up the lines it has', async () => {
    const ids = tickets.map(({ remoteId }) => remoteId);
    const everything = { changedSince: null, after: null, pageSize: 200 };
    const lines = expectValue(await portalOf(bench).readTimesheetLines(ids, everything)).rows;
    for (const ticket of tickets) {
      const own = lines.filter(({ ticketRemoteId }) => ticketRemoteId === ticket.remoteId);
      const sum = own.reduce((total, { workedSeconds }) => total + workedSeconds, 0);
      expect(ticket.workedSecondsOfEverybody, ticket.title).toBe(sum);
    }
  });

  it('is the same portal for the same moment', async () => {
    const second = await startPracticeBench(() => NOW);
    const request = { changedSince: instantFromEpochMs(0), after: null, pageSize: 200 };
    expect(expectValue(await portalOf(second).readTickets(request)).rows).toEqual(tickets);
    await second.stop();
  });

  it('keeps what was recorded when it is started again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fyra-practice-'));
    const options = { file: join(folder, 'portal.sqlite'), now: () => NOW, apiKey: 'key' };
    const first = await startPracticePortal(options);
    const externalId = `__import__.wb_${randomUUID()}`;
    const portalAt = ({ url }: { readonly url: URL }) =>
      createOdooPortal({ address: url, database: null, apiKey: 'key' });
    const line = {
      externalId,
      ticketRemoteId: 1031,
      projectRemoteId: 1,
      employeeId: 1,
      date: '2026-11-24',
      description: 'Kvar efter omstart',
      workedSeconds: 600,
    };
    const remoteId = expectValue(await portalAt(first).createTimesheetLine(line));
    await first.stop();

    const again = await startPracticePortal(options);
    expect(expectValue(await portalAt(again).probeExternalId(externalId))).toEqual({ kind: 'present', remoteId });
    const all = { changedSince: null, after: null, pageSize: 200 };
    expect(expectValue(await portalAt(again).readTickets(all)).rows).toHaveLength(tickets.length);
    await again.stop();
    await rm(folder, { recursive: true });
  });

  it('lets nobody but an approver change or delete what was validated', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fyra-practice-'));
    const file = join(folder, 'portal.sqlite');
    const practice = await startPracticePortal({ file, now: () => NOW, apiKey: 'key' });
    const portal = createOdooPortal({ address: practice.url, database: null, apiKey: 'key' });
    const { employeeId } = expectValue(await portal.identify());
    const all = { changedSince: null, after: null, pageSize: 200 };
    const ids = expectValue(await portal.readTickets(all)).rows.map(({ remoteId }) => remoteId);
    const lines = expectValue(await portal.readTimesheetLines(ids, all)).rows;
    const mine = lines.filter((line) => line.employeeId === employeeId);
    const [validated, open] = mine.map(({ remoteId }) => remoteId);
    if (validated === undefined || open === undefined) throw new Error('There are lines of the consultant.');
    const approver = new Database(file);
    approver
      .prepare(
        `UPDATE record SET "values" = json_set("values", '$.validated', json('true'))
         WHERE model = 'account.analytic.line' AND id = ?`,
      )
      .run(validated);
    approver.close();
    expect(expectValue(await portal.readTimesheetLine(validated))).toMatchObject({ isLocked: true });
    expect(expectValue(await portal.readTimesheetLine(open))).toMatchObject({ isLocked: false });
    const again = expectValue(await portal.readTimesheetLines(ids, all)).rows;
    expect(again.filter(({ isLocked }) => isLocked).map(({ remoteId }) => remoteId)).toEqual([validated]);
    for (const refused of [
      await portal.updateTimesheetLine(validated, { workedSeconds: 60 }),
      await portal.deleteTimesheetLine(validated),
    ]) {
      expect(refused).toMatchObject({
        ok: false,
        failure: { kind: 'refused', message: expect.stringContaining('validated') },
      });
    }
    expect(expectValue(await portal.readTimesheetLine(validated))).toEqual(
      again.find(({ remoteId }) => remoteId === validated),
    );
    await practice.stop();
    await rm(folder, { recursive: true });
  });

  it('refuses a file of another version and leaves it as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fyra-practice-'));
    const file = join(folder, 'portal.sqlite');
    const later = new Database(file);
    later.pragma('user_version = 99');
    later.close();
    await expect(startPracticePortal({ file, now: () => NOW, apiKey: 'key' })).rejects.toThrow('version 99');
    const kept = new Database(file, { readonly: true });
    expect(kept.pragma('user_version', { simple: true })).toBe(99);
    kept.close();
    await rm(folder, { recursive: true });
  });

  it('answers no page of another host that has been pointed at this computer', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const call = request(
        new URL('/web/version', bench.address),
        { headers: { host: 'evil.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      call.on('error', reject);
      call.end();
    });
    expect(status).toBe(403);
  });
});

it('has a ticket with a picture and a log from the customer', async () => {
  const bench = await startPracticeBench(() => NOW);
  onTestFinished(() => bench.stop());
  const portal = portalOf(bench);
  const { rows } = expectValue(await portal.readTickets({ changedSince: null, after: null, pageSize: 200 }));
  const ticket = rows.find(({ title }) => title === 'Webbutiken tar inte emot kortbetalning');
  const files = expectValue(await portal.listAttachments(ticket?.remoteId ?? 0));
  expect(files.map(({ fileName, uploaderName }) => [fileName, uploaderName])).toEqual(
    [
      ['webhook.log', ticket?.contact?.name],
      ['betalning – skärmbild.png', ticket?.contact?.name],
    ].map(([name, contact]) => [name, expect.stringContaining(contact ?? '?')]),
  );
  for (const { remoteId, sizeBytes } of files) {
    const read = await portal.readAttachment(remoteId, {
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    expect(expectValue(read)).toHaveLength(sizeBytes);
  }
});
