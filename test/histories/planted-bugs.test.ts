import { afterAll, beforeAll, expect, it } from 'vitest';
import { cursorStoredEarly, loadRepeated, probeSkipped } from '../support/histories/planted-bugs';
import { runHistories } from '../support/histories/run-histories';
import { type PlantedBug, startWorld, type World } from '../support/histories/world';

/** In so many histories a bug has to show. */
const MOST_HISTORIES = 600;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

it.each<[string, PlantedBug]>([
  ['nobody looks for what is in flight', probeSkipped],
  ['the cursor is stored before its rows', cursorStoredEarly],
  ['what was loaded is loaded again', loadRepeated],
])('random histories find out where %s, and say how to see it again', async (_what, bug) => {
  const failure = await runHistories(world, { numRuns: MOST_HISTORIES, seed: 1, bug }).then(
    () => null,
    (error: unknown) => error,
  );
  expect(String(failure)).toMatch(/Property failed after \d+ tests[\s\S]*seed: 1/);
  console.log(/Property failed after \d+ tests/.exec(String(failure))?.[0]);
});
