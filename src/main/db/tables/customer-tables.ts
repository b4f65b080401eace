import type { AgreementKind } from '@core/billing/agreement';
import type { CustomerId, PriceListId, SupportPackId } from '@core/ids';
import type { Instant } from '@core/time/instant';

export interface CustomerTable {
  id: CustomerId;
  remoteId: number;
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

/** An agreement that was chosen here. A customer who has any has none of the portal's. */
export interface LocalAgreementTable {
  customerId: CustomerId;
  kind: AgreementKind;
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
  customerAgreement: CustomerAgreementTable;
  localAgreement: LocalAgreementTable;
  priceList: PriceListTable;
  supportPack: SupportPackTable;
  packWarning: PackWarningTable;
  customerService: CustomerServiceTable;
}
