import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createJson2Transport } from '../../src/main/portal/odoo/json2-transport';
import { createOdooPortal } from '../../src/main/portal/odoo/odoo-portal';
import type { PageKey, Portal, PortalResult } from '../../src/main/portal/portal';
import { expectFailure } from '../support/portal-bench';

const STAMP = '2026-11-23 08:00:00';
const LATER = '2026-11-23 09:00:00';
const FULL_ID_PAGE = 5_000;
const PAGE_SIZE = 2;
const ENOUGH_REQUESTS = 20;
const ASKED = /(account\.analytic\.line|mail\.message)\/search_read$|project\.task\/search$/;

const line = (id: number, write_date: string) => ({
  id,
  write_date,
  task_id: [7, 'Order'],
  employee_id: [2, 'Maja'],
  date: '2026-11-23',
  name: 'x',
  unit_amount: 1,
});

/** A server, or a cache before one, that answers the same whatever it is asked for. */
function portalAnswering(rows: readonly unknown[]): Portal {
  const connection = {
    address: new URL('http://127.0.0.1:9'),
    database: null,
    apiKey: 'key',
    fetch: async (input: string | URL | Request) => {
      requests += 1;
      if (requests > ENOUGH_REQUESTS) throw new Error('It does not end.');
      const path = String(input);
      if (path.endsWith('/context_get')) return Response.json({ uid: 1 });
      if (path.endsWith('/fields_get')) return Response.json({});
      return Response.json(ASKED.test(path) ? rows : []);
    },
  };
  return createOdooPortal(connection, createJson2Transport(connection));
}

let requests = 0;
beforeEach(() => {
  requests = 0;
});

async function readAllLines(portal: Portal): Promise<PortalResult<null>> {
  let after: PageKey | null = null;
  do {
    const page: Awaited<ReturnType<Portal['readTimesheetLines']>> = await portal.readTimesheetLines([7], {
      changedSince: null,
      after,
      pageSize: PAGE_SIZE,
    });
    if (!page.ok) return page;
    after = page.value.next;
  } while (after !== null);
  return { ok: true, value: null };
}

describe('pages that are the same again and again end in a failure', () => {
  it.each([
    ['of different moments', [line(1, STAMP), line(2, STAMP), line(3, LATER)]],
    ['of one moment', [line(1, STAMP), line(2, STAMP), line(3, STAMP)]],
  ])('lines %s', async (_what, rows) => {
    const failure = expectFailure(await readAllLines(portalAnswering(rows)));
    expect(failure).toMatchObject({ kind: 'not-a-portal', message: expect.stringContaining('again') });
  });

  it('ids', async () => {
    const portal = portalAnswering(Array.from({ length: FULL_ID_PAGE }, (_, index) => index + 1));
    const first = await portal.listTicketIds(0);
    expect(first).toMatchObject({ ok: true, value: { isLast: false } });
    const failure = expectFailure(await portal.listTicketIds(FULL_ID_PAGE));
    expect(failure).toMatchObject({ kind: 'not-a-portal', message: expect.stringContaining('again') });
  });
});

describe('moments that no server was there for', () => {
  it.each(['0000-01-01 00:00:00', '1601-01-01 00:00:00', '9999-12-31 23:59:59'])(
    'are no time of a change: %s',
    async (stamp) => {
      const failure = expectFailure(await readAllLines(portalAnswering([line(1, stamp)])));
      expect(failure.kind).toBe('not-a-portal');
    },
  );

  // The moment of a mail is what its sender's computer wrote into it, and one wrong clock must not stop a sync.
  it.each(['0001-01-01 00:00:00', '1-01-01 00:00:00', '9999-12-31 23:59:59', false])(
    'of a message give way to the moment it came: %s',
    async (date) => {
      const message = {
        id: 1,
        write_date: STAMP,
        res_id: 7,
        message_id: '<a@b>',
        author_id: false,
        email_from: 'Kund',
        subtype_id: false,
        is_internal: false,
        body: 'Hej',
        date,
      };
      const read = await portalAnswering([message]).readMessages([7], { changedSince: null, after: null, pageSize: 9 });
      const postedAt = z.object({ value: z.object({ rows: z.tuple([z.object({ postedAt: z.int() })]) }) }).parse(read)
        .value.rows[0].postedAt;
      expect(new Date(postedAt).toISOString()).toBe('2026-11-23T08:00:00.000Z');
    },
  );
});
