import type { CustomerKey } from './customers';

interface PrepaidSeed {
  readonly order: string;
  readonly customer: CustomerKey;
  readonly unit: 'Hours' | 'Days';
  readonly quantity: number;
  readonly delivered: number;
  /** How many working minutes ago it was ordered. */
  readonly ago: number;
}

/** Support packs that were sold as orders of prepaid services. */
export const PREPAID_HOURS: readonly PrepaidSeed[] = [
  { order: 'S00017', customer: 'coffee', unit: 'Hours', quantity: 25, delivered: 25, ago: 80_000 },
  { order: 'S00031', customer: 'coffee', unit: 'Hours', quantity: 25, delivered: 5.5, ago: 15_000 },
  { order: 'S00036', customer: 'toys', unit: 'Days', quantity: 3, delivered: 0.5, ago: 9_000 },
];
