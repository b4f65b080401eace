import { solvingStage } from '@core/ticket/solving-stage';
import { DEFAULT_MAPPING } from '@core/ticket/ticket-mapping';
import { expect, it } from 'vitest';

const NEW = { remoteId: 1, name: 'Ny', isFolded: false, groupRemoteIds: [] };
const SOLVED = { remoteId: 2, name: 'Klart', isFolded: true, groupRemoteIds: [] };
const CLOSED = { remoteId: 3, name: 'Stängd', isFolded: true, groupRemoteIds: [] };
const OPEN = { remoteId: 1, resolution: 'open' } as const;

it('is the first stage that means solved, and only else one that means closed', () => {
  expect(solvingStage(OPEN, 7, [NEW, CLOSED, SOLVED], DEFAULT_MAPPING)).toEqual({ remoteId: 2, resolution: 'open' });
  expect(solvingStage(OPEN, 7, [NEW, CLOSED], DEFAULT_MAPPING)).toEqual({ remoteId: 3, resolution: 'open' });
});

it('is what the mapping says, whatever the stage is called', () => {
  const mapping = { ...DEFAULT_MAPPING, stageStates: { '1': 'solved' as const, '2': 'working' as const } };
  expect(solvingStage({ remoteId: 2, resolution: 'open' }, 7, [SOLVED, NEW], mapping).remoteId).toBe(1);
});

it('is one that the ticket’s project or team has', () => {
  const others = { ...SOLVED, remoteId: 8, groupRemoteIds: [9] };
  expect(solvingStage(OPEN, 7, [others, { ...SOLVED, groupRemoteIds: [7] }], DEFAULT_MAPPING).remoteId).toBe(2);
});

it('leaves the ticket where it is and marks it as done where no stage says so', () => {
  expect(solvingStage(OPEN, 7, [NEW], DEFAULT_MAPPING)).toEqual({ remoteId: 1, resolution: 'done' });
});
