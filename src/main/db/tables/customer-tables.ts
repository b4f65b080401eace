import type { AgreementKind } from '@core/billing/agreement';
import type { TermsVersion } from '@core/billing/held-agreement';
import type { AgreementId, CustomerId, PriceListId, SupportPackId, TestCopyId, TicketId } from '@core/ids';
import type { Instant } from '@core/time/instant';
import type { Flag } from './flag';

export interface CustomerTable {
  id: CustomerId;
  /** Null where there is no portal. */
  remoteId: number | null;
  name: string;
  email: string | null;
  phone: string | null;
  language: string | null;
  /** Null: the default price list. Chosen here, not on the portal. */
  priceListId: PriceListId | null;
}

export interface CustomerAgreementTable {
  customerId: CustomerId;
  kind: AgreementKind;
}

/** An agreement that was written down here. On a day that one of them reaches, the customer has none of the portal's. */
export interface LocalAgreementTable {
  id: AgreementId;
  customerId: CustomerId;
  kind: AgreementKind;
  terms: TermsVersion;
  /** First and last Stockholm date; null: open on that side. */
  validFrom: string | null;
  validUntil: string | null;
  origin: 'typed' | 'imported';
}

/** What was noted about a customer, as JSON. */
export interface CustomerDetailsTable {
  customerId: CustomerId;
  details: string;
}

/** A test copy that was made or planned for a customer. Dates are Stockholm's. */
export interface TestCopyTable {
  id: TestCopyId;
  customerId: CustomerId;
  ticketId: TicketId | null;
  date: string;
  /** Null, as the next: the customer did not cancel it. */
  cancelledOn: string | null;
  isCancelledInWriting: Flag | null;
}

/** How worked time becomes charged time and money. */
export interface PriceListTable {
  id: PriceListId;
  name: string;
  minimumMinutes: number;
  stepMinutes: number;
  /** Null: no money is shown. */
  ratePerHourOre: number | null;
  /** What confirmed overtime costs, 1000 being the ordinary rate. */
  overtimePermille: number;
}

/** Prepaid time of a customer. */
export interface SupportPackTable {
  id: SupportPackId;
  customerId: CustomerId;
  prepaidMinutes: number;
  /** What had been drawn already when counting began here. */
  usedMinutes: number;
  boughtOn: string;
  countsFrom: Instant;
  note: string;
}

/** Prepaid time as the portal has it: the balance is the portal's, what it has not got of our work apart. */
export interface PortalPackTable extends SupportPackTable {
  remoteId: number;
}

/** Which warnings about a customer's packs have spoken since they were last armed. */
export interface PackWarningTable {
  customerId: CustomerId;
  prepaidMinutes: number;
  thresholdPermille: number;
  raisedAt: Instant;
}

/** When service is open for a customer with hours of its own. */
export interface CustomerServiceTable {
  customerId: CustomerId;
  opensAtMinute: number;
  closesAtMinute: number;
  /** Stockholm dates, as JSON. */
  closedDays: string;
}

/** Customers, what they agreed on, what they pay and what they have prepaid. */
export interface CustomerTables {
  customer: CustomerTable;
  customerDetails: CustomerDetailsTable;
  testCopy: TestCopyTable;
  customerAgreement: CustomerAgreementTable;
  localAgreement: LocalAgreementTable;
  priceList: PriceListTable;
  supportPack: SupportPackTable;
  portalPack: PortalPackTable;
  packWarning: PackWarningTable;
  customerService: CustomerServiceTable;
}
