import { succeed } from '@core/outcome';
import { writeCursor } from '../../../src/main/db/queries/sync-cursors';
import type { NewTimesheetLine } from '../../../src/main/portal/portal';
import type { PlantedBug } from './world';

/** Nobody looks whether what is in flight arrived: it counts as absent. */
export const probeSkipped: PlantedBug = (portal) => ({
  ...portal,
  probeExternalId: async () => succeed({ kind: 'absent' }),
  probeMessage: async () => succeed({ kind: 'absent' }),
});

/** The cursors are on disk as a pull begins, before the rows that they speak of. */
export const cursorStoredEarly: PlantedBug = (portal, session) => ({
  ...portal,
  readTickets: async (request) => {
    const { database, clock } = session().workbench;
    const read = await portal.readTickets(request);
    if (!read.ok) return read;
    for (const model of ['timesheet-line', 'message'] as const) await writeCursor(database, model, clock.read().wall);
    return read;
  },
});

/** A line that the portal has is loaded again at the next sync. */
export const loadRepeated: PlantedBug = (portal) => {
  let loaded: NewTimesheetLine[] = [];
  return {
    ...portal,
    createTimesheetLine: async (line) => {
      const created = await portal.createTimesheetLine(line);
      if (created.ok) loaded.push(line);
      return created;
    },
    identify: async () => {
      const again = loaded;
      loaded = [];
      for (const line of again) await portal.createTimesheetLine(line);
      return portal.identify();
    },
  };
};
