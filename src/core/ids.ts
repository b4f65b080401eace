import { z } from 'zod';

// Ids are UUIDv7 strings made on this computer. Each kind has its own brand, so that one cannot stand in for another.
export const ticketIdSchema = z.uuid().brand<'TicketId'>();
export type TicketId = z.infer<typeof ticketIdSchema>;

export const customerIdSchema = z.uuid().brand<'CustomerId'>();
export type CustomerId = z.infer<typeof customerIdSchema>;

export const timerIdSchema = z.uuid().brand<'TimerId'>();
export type TimerId = z.infer<typeof timerIdSchema>;

export const timesheetLineIdSchema = z.uuid().brand<'TimesheetLineId'>();
export type TimesheetLineId = z.infer<typeof timesheetLineIdSchema>;

export const messageIdSchema = z.uuid().brand<'MessageId'>();
export type MessageId = z.infer<typeof messageIdSchema>;

export const screenshotIdSchema = z.uuid().brand<'ScreenshotId'>();
export type ScreenshotId = z.infer<typeof screenshotIdSchema>;

export const operationIdSchema = z.uuid().brand<'OperationId'>();
export type OperationId = z.infer<typeof operationIdSchema>;

export const approvalIdSchema = z.uuid().brand<'ApprovalId'>();
export type ApprovalId = z.infer<typeof approvalIdSchema>;

export const estimateIdSchema = z.uuid().brand<'EstimateId'>();
export type EstimateId = z.infer<typeof estimateIdSchema>;

export const limitDecisionIdSchema = z.uuid().brand<'LimitDecisionId'>();
export type LimitDecisionId = z.infer<typeof limitDecisionIdSchema>;

export const coverageDecisionIdSchema = z.uuid().brand<'CoverageDecisionId'>();
export type CoverageDecisionId = z.infer<typeof coverageDecisionIdSchema>;

export const priceListIdSchema = z.uuid().brand<'PriceListId'>();
export type PriceListId = z.infer<typeof priceListIdSchema>;

export const supportPackIdSchema = z.uuid().brand<'SupportPackId'>();
export type SupportPackId = z.infer<typeof supportPackIdSchema>;

export const testCopyIdSchema = z.uuid().brand<'TestCopyId'>();
export type TestCopyId = z.infer<typeof testCopyIdSchema>;

export const agreementIdSchema = z.uuid().brand<'AgreementId'>();
export type AgreementId = z.infer<typeof agreementIdSchema>;

export const ticketConflictIdSchema = z.uuid().brand<'TicketConflictId'>();
export type TicketConflictId = z.infer<typeof ticketConflictIdSchema>;

export const lineConflictIdSchema = z.uuid().brand<'LineConflictId'>();
export type LineConflictId = z.infer<typeof lineConflictIdSchema>;

export const newsIdSchema = z.uuid().brand<'NewsId'>();
export type NewsId = z.infer<typeof newsIdSchema>;

export const savedFilterIdSchema = z.uuid().brand<'SavedFilterId'>();
export type SavedFilterId = z.infer<typeof savedFilterIdSchema>;
export const ticketEventIdSchema = z.uuid().brand<'TicketEventId'>();
export type TicketEventId = z.infer<typeof ticketEventIdSchema>;

export const ticketLinkIdSchema = z.uuid().brand<'TicketLinkId'>();
export type TicketLinkId = z.infer<typeof ticketLinkIdSchema>;
