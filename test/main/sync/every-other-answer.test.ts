import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { otherAnswers } from '../../support/faults-of-the-line';
import { startWholeSync } from '../../support/whole-sync';

/** Another host, to which a redirect leads. */
const received: IncomingHttpHeaders[] = [];
const elsewhere = createServer((incoming, outgoing) => {
  received.push(incoming.headers);
  outgoing.end('{}');
});
elsewhere.listen(0, '127.0.0.1');
await once(elsewhere, 'listening');
const { port } = z.object({ port: z.int() }).parse(elsewhere.address());

let combinations = 0;
afterAll(() => {
  elsewhere.close();
  process.stdout.write(`${combinations} combinations of another answer and a request of a sync\n`);
});

describe.each(otherAnswers(new URL(`http://localhost:${port}/json/2/x/y`)))('%s', (_name, fault) => {
  it('at each request of a sync in turn: all stands once, on both sides', { timeout: 60_000 }, async () => {
    const sync = await startWholeSync();
    expect(sync.requestCount).toBeGreaterThan(25);
    for (let request = 0; request < sync.requestCount; request += 1) {
      await sync.syncWith(fault, request);
      expect(sync.struckPath(), `request ${request}`).not.toBeNull();
      await sync.heal();
      sync.expectEqual();
      combinations += 1;
    }
    await sync.expectRest();
    expect(received).toEqual([]);
  });
});
