import { describe, expect, it } from 'vitest';
import { readOutbox } from '../../../src/main/usecases/read-outbox';
import { settleUndescribedLines } from '../../../src/main/usecases/settle-undescribed';
import { lineHere, operationsIn } from '../../support/line-acts';
import { DEFAULT_SETTINGS } from '../../support/quiet-parts';
import { linesOnPortal, pushFrom, startWithTickets } from '../../support/sync-bench';
import { addLine } from '../../support/workbench-rows';

describe('a line that nobody has described', () => {
  it('waits, unless the settings say that it need not; then it is sent as Odoo writes such lines', async () => {
    const bench = await startWithTickets('Order');
    const [ticket] = bench.tickets;
    const lineId = await addLine(bench.workbench, ticket.id, { description: '' });
    expect(operationsIn(bench)).toEqual([]);
    expect(await readOutbox(bench.workbench.database)).toMatchObject({ needsDescriptionCount: 1 });

    const lenient = { ...bench.workbench, settings: () => ({ ...DEFAULT_SETTINGS, requireDescription: false }) };
    await settleUndescribedLines(lenient);
    expect(operationsIn(bench)).toEqual(['create waiting']);
    expect(await readOutbox(bench.workbench.database)).toMatchObject({ needsDescriptionCount: 0 });
    await settleUndescribedLines(bench.workbench);
    expect(operationsIn(bench)).toEqual([]);

    await settleUndescribedLines(lenient);
    await pushFrom({ ...bench, workbench: lenient });
    expect(await linesOnPortal(bench, ticket)).toMatchObject([{ description: '/', workedSeconds: 1800 }]);
    expect((await lineHere(bench, lineId)).description).toBe('');
  });
});
