import type { CustomerTables } from './customer-tables';
import type { LimitTables } from './limit-tables';
import type { PortalTables } from './portal-tables';
import type { QueueTables } from './queue-tables';
import type { ScreenshotTables } from './screenshot-tables';
import type { TicketTables } from './ticket-tables';
import type { TimeTables } from './time-tables';

// Instants are UTC milliseconds, dates are Stockholm dates as text, booleans are 0 and 1.

/** The tables of a data file, which holds one portal account. */
export interface Tables
  extends CustomerTables,
    TicketTables,
    QueueTables,
    TimeTables,
    LimitTables,
    ScreenshotTables,
    PortalTables {}
