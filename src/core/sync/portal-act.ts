/** What the app does on a portal, each of which takes a right. */
export const PORTAL_ACTS = ['read-tickets', 'create-lines', 'change-lines', 'delete-lines', 'send-pictures'] as const;
export type PortalAct = (typeof PORTAL_ACTS)[number];
