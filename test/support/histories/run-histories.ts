import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type HistoryCommand, histories } from './commands';
import { LINE_FAULTS, type LineFault } from './fault-line';
import { nothingIntended } from './intent';
import { expectNothingLostAndNothingTwice, expectRest, healAll } from './outcome-of-history';
import { type PlantedBug, startWorld, type World } from './world';

/** How often each command was carried out and each fault struck. */
export interface HistoryCounts {
  histories: number;
  readonly commands: Map<string, number>;
  readonly faults: Map<LineFault, number>;
  /** In the history that had fewest. */
  fewestCommands: number;
  fewestFaults: number;
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

async function runHistory(
  world: World,
  history: readonly HistoryCommand[],
  bug: PlantedBug | null,
  counts: HistoryCounts,
): Promise<void> {
  let commands = 0;
  let faults = 0;
  const computers = await world.begin({
    bug,
    onStruck: (kind) => {
      faults += 1;
      count(counts.faults, kind);
    },
  });
  try {
    const real = {
      world,
      computers,
      onCommand: (kind: string) => {
        commands += 1;
        count(counts.commands, kind);
      },
    };
    const intent = nothingIntended();
    await fc.asyncModelRun(() => ({ model: intent, real }), history);
    // Whatever was planned comes to pass before anything heals.
    for (const computer of Object.values(computers)) {
      while (computer.line.planned() > 0) await computer.sync();
    }
    await healAll(world, computers);
    await expectNothingLostAndNothingTwice(world, computers, intent);
    await expectRest(world, computers);
    counts.histories += 1;
    counts.fewestCommands = Math.min(counts.fewestCommands, commands);
    counts.fewestFaults = Math.min(counts.fewestFaults, faults);
  } finally {
    for (const computer of Object.values(computers)) await computer.close();
  }
}

/** Drives so many random histories, and throws with the seed and the shortest one that goes wrong. */
export async function runHistories(
  world: World,
  { numRuns, seed, bug = null }: { numRuns: number; seed: number; bug?: PlantedBug | null },
): Promise<HistoryCounts> {
  const counts: HistoryCounts = {
    histories: 0,
    commands: new Map(),
    faults: new Map(LINE_FAULTS.map((kind) => [kind, 0])),
    fewestCommands: Number.POSITIVE_INFINITY,
    fewestFaults: Number.POSITIVE_INFINITY,
  };
  await fc.assert(
    fc.asyncProperty(histories, (history) => runHistory(world, history, bug, counts)),
    // A history is short enough to be read as it is; making it shorter takes minutes.
    { numRuns, seed, endOnFailure: true },
  );
  return counts;
}

function table(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .toSorted(([, some], [, other]) => other - some)
    .map(([what, times]) => `${String(times).padStart(8)}  ${what}`)
    .join('\n');
}

/** The test that drives them on a world of its own, and prints what was driven. */
export function itHealsAfterEveryHistory({ numRuns, seed }: { numRuns: number; seed: number }): void {
  it(`${numRuns} random histories lose nothing, send nothing twice and leave both sides equal`, async () => {
    const world = await startWorld();
    try {
      const counts = await runHistories(world, { numRuns, seed });
      console.log(
        `${counts.histories} histories (seed ${seed}), each of ${counts.fewestCommands} commands and ${counts.fewestFaults} faults at the least`,
      );
      console.log(`commands:\n${table(counts.commands)}`);
      console.log(`faults that struck:\n${table(counts.faults)}`);
      expect(counts.histories).toBe(numRuns);
      expect(counts.fewestCommands).toBeGreaterThanOrEqual(30);
      expect(counts.fewestFaults).toBeGreaterThanOrEqual(3);
    } finally {
      await world.close();
    }
  });
}
