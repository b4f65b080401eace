import { afterAll, describe, expect, it } from 'vitest';
import { FAULTS_ON_THE_WAY } from '../../support/faults-of-the-line';
import { startWholeSync } from '../../support/whole-sync';

let combinations = 0;
afterAll(() => {
  process.stdout.write(`${combinations} combinations of a fault on the way and a request of a sync\n`);
});

describe.each(FAULTS_ON_THE_WAY)('%s', (_name, fault) => {
  it('at each request of a sync in turn: all stands once, on both sides', { timeout: 60_000 }, async () => {
    const sync = await startWholeSync();
    expect(sync.requestCount).toBeGreaterThan(25);
    let copiedMessages = 0;
    for (let request = 0; request < sync.requestCount; request += 1) {
      await sync.syncWith(fault, request);
      expect(sync.struckPath(), `request ${request}`).not.toBeNull();
      await sync.heal();
      // A known limit: a message has no external id. See docs/decisions/0003.
      if (fault.kind === 'twice' && sync.struckPath()?.endsWith('/message_post')) copiedMessages += 1;
      sync.expectEqual(copiedMessages);
      combinations += 1;
    }
    expect(copiedMessages).toBe(fault.kind === 'twice' ? 2 : 0);
    await sync.expectRest();
  });
});
