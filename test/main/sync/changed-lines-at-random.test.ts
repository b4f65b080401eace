import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deleteLines } from '../../../src/main/usecases/delete-lines';
import { editLine } from '../../../src/main/usecases/edit-line';
import { undoChange } from '../../../src/main/usecases/undo-change';
import { MINUTE } from '../../support/hand-clock';
import { settle, shortlyOnPortal } from '../../support/line-acts';
import { createTickets } from '../../support/portal-bench';
import { pullInto, pushFrom, startWithTickets, ticketHere } from '../../support/sync-bench';
import { readElsewhere } from '../../support/workbench-file';
import { addLine } from '../../support/workbench-rows';

const faults = fc.constantFrom('lose-request' as const, 'lose-answer' as const, 'cut-answer' as const);
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), minutes: fc.integer({ min: 1, max: 5 }) }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('push' as const), fault: fc.option(faults) }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom({ do: 'delete' as const }, { do: 'undo' as const }, { do: 'pull' as const }),
    },
  ),
  { minLength: 3, maxLength: 9 },
);

it('whatever is changed, sent, lost and undone: the portal ends with what is here, once', async () => {
  const bench = await startWithTickets('Order');
  const { workbench, proxy } = bench;
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const [remoteId = 0] = await createTickets(bench.practice, ['Random']);
      workbench.clock.pass(MINUTE);
      await pullInto(bench);
      const ticket = await ticketHere(workbench, remoteId);
      const lineId = await addLine(workbench, ticket.id);
      for (const step of sequence) {
        switch (step.do) {
          case 'edit': {
            const time = { kind: 'duration', workedSeconds: step.minutes * 60 } as const;
            await editLine(workbench, { lineId, time, cutOverlaps: false });
            break;
          }
          case 'delete':
            await deleteLines(workbench, [lineId]);
            break;
          case 'undo':
            await undoChange(workbench);
            break;
          case 'pull':
            await pullInto(bench);
            break;
          case 'push':
            workbench.clock.pass(10 * MINUTE);
            for (const path of ['/load', '/write', '/unlink']) {
              if (step.fault !== null) proxy.inject({ kind: step.fault }, { path: `/account.analytic.line${path}` });
            }
            await pushFrom(bench);
            // What was not needed must not hit a later step.
            proxy.clear();
        }
      }
      await settle(bench);
      const here = readElsewhere(
        workbench.file,
        `SELECT date, worked_seconds / 60 AS minutes, description FROM timesheet_line
         WHERE ticket_id = '${ticket.id}' AND deleted_at IS NULL`,
      );
      expect(await shortlyOnPortal(bench, ticket)).toEqual(
        here.map(({ date, minutes, description }) => `${date} ${minutes} ${description}`),
      );
      expect(readElsewhere(workbench.file, `SELECT kind FROM outbox WHERE state <> 'done'`)).toEqual([]);
    }),
    { numRuns: 30 },
  );
}, 120_000);
