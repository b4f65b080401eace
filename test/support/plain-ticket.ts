import type { Ticket } from '../../src/main/db/queries/tickets';

/** What of a ticket's row most tests do not care about. */
export const PLAIN_TICKET = {
  contactName: null,
  contactEmail: null,
  contactPhone: null,
  groupRemoteId: 1,
  groupName: 'Kundsupport',
  stageRemoteId: null,
  stageName: null,
  resolution: 'open',
  priority: '0',
  assigneeRemoteIds: '[]',
  tagRemoteIds: '[]',
  portalFields: null,
  isActive: 1,
  isAssignedToMe: 1,
  timeCriticalCategory: null,
  escalationKind: 'none',
  escalationAt: null,
  portalWorkedSeconds: 0,
  unlistedSeconds: 0,
  goneAt: null,
} as const satisfies Partial<Ticket>;
