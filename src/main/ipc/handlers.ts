import type { Handlers } from './handle';
import { createAddressHandlers } from './handlers/addresses';
import { createAgreementHandlers } from './handlers/agreements';
import { createAppHandlers } from './handlers/app';
import { createAttachmentHandlers } from './handlers/attachments';
import { createBackupHandlers } from './handlers/backups';
import { createCallHandlers } from './handlers/calls';
import { createCaptureHandlers } from './handlers/capture';
import { createCoverageHandlers } from './handlers/coverage';
import { createDesktopHandlers } from './handlers/desktop';
import { createDetailsHandlers } from './handlers/details';
import { createExportHandlers } from './handlers/export';
import { createFourHourRuleHandlers } from './handlers/four-hour-rule';
import { createHandlingHandlers } from './handlers/handling';
import { createImportHandlers } from './handlers/imports';
import { createLinkHandlers } from './handlers/links';
import { createMappingHandlers } from './handlers/mapping';
import { createMessageHandlers } from './handlers/messages';
import { createPortalsHandlers } from './handlers/portals';
import { createPriceHandlers } from './handlers/prices';
import { createQueueHandlers } from './handlers/queue';
import { createReportHandlers } from './handlers/reports';
import { createScreenshotHandlers } from './handlers/screenshots';
import { createStepsHandlers } from './handlers/steps';
import { createSyncHandlers } from './handlers/sync';
import { createTestCopyHandlers } from './handlers/test-copies';
import { createTicketHandlers } from './handlers/tickets';
import { createTimerHandlers } from './handlers/timer';
import { createTimesheetHandlers } from './handlers/timesheet';
import type { AppParts } from './parts';

/** A handler for every request of the contract; one that is missing does not compile. */
export function createHandlers(parts: AppParts): Handlers {
  return {
    ...createAppHandlers(parts),
    ...createAttachmentHandlers(parts),
    ...createBackupHandlers(parts),
    ...createCoverageHandlers(parts),
    ...createCallHandlers(parts),
    ...createDetailsHandlers(parts),
    ...createTestCopyHandlers(parts),
    ...createExportHandlers(parts),
    ...createImportHandlers(parts),
    ...createQueueHandlers(parts),
    ...createReportHandlers(parts),
    ...createTicketHandlers(parts),
    ...createHandlingHandlers(parts),
    ...createLinkHandlers(parts),
    ...createMappingHandlers(parts),
    ...createMessageHandlers(parts),
    ...createTimerHandlers(parts),
    ...createTimesheetHandlers(parts),
    ...createFourHourRuleHandlers(parts),
    ...createPriceHandlers(parts),
    ...createAgreementHandlers(parts),
    ...createCaptureHandlers(parts),
    ...createScreenshotHandlers(parts),
    ...createAddressHandlers(parts),
    ...createStepsHandlers(parts),
    ...createSyncHandlers(parts),
    ...createDesktopHandlers(parts),
    ...createPortalsHandlers(parts),
  };
}
