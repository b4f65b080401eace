import { isDeepStrictEqual } from 'node:util';
import {
  agreementIdSchema,
  type CustomerId,
  type PriceListId,
  priceListIdSchema,
  type SupportPackId,
  supportPackIdSchema,
} from '@core/ids';
import type { WorkbenchDatabase } from '../db/open';
import { type LocalAgreement, listLocalAgreements, replaceLocalAgreements } from '../db/queries/agreements';
import {
  deletePriceListRow,
  isPriceListInUse,
  type PriceListRow,
  readPriceListById,
  upsertPriceList,
} from '../db/queries/price-lists';
import { deletePackRow, readPack, type SupportPackRow, upsertPack } from '../db/queries/support-packs';
import type { ImportWrite } from './plan-import';

interface Step<Kind extends string, Id, Held> {
  readonly kind: Kind;
  readonly id: Id;
  /** Null: it was not here. */
  readonly before: Held | null;
  readonly after: Held;
}

/** One thing that an import wrote, with what was there before, so that it can be taken back. */
export type ImportStep =
  | Step<'agreements', CustomerId, readonly LocalAgreement[]>
  | Step<'price-lists', PriceListId, PriceListRow>
  | Step<'packs', SupportPackId, SupportPackRow>;

async function readLocalAgreements(trx: WorkbenchDatabase, id: CustomerId): Promise<readonly LocalAgreement[] | null> {
  const agreements = await listLocalAgreements(trx, id);
  return agreements.length === 0 ? null : agreements;
}

/** Writes what a row says. Answers what it did. */
export async function takeImportStep(
  trx: WorkbenchDatabase,
  { kind, write }: ImportWrite,
  newId: () => string,
): Promise<ImportStep> {
  switch (kind) {
    case 'agreements': {
      const { customerId: id, agreements } = write;
      const before = await readLocalAgreements(trx, id);
      const written = agreements.map(
        (agreement): LocalAgreement => ({
          ...agreement,
          id: agreementIdSchema.parse(newId()),
          customerId: id,
          origin: 'imported',
        }),
      );
      await replaceLocalAgreements(trx, id, written);
      return { kind, id, before, after: await listLocalAgreements(trx, id) };
    }
    case 'price-lists': {
      const id = write.id ?? priceListIdSchema.parse(newId());
      const before = (await readPriceListById(trx, id)) ?? null;
      const after: PriceListRow = { ...write, id };
      await upsertPriceList(trx, after);
      return { kind, id, before, after };
    }
    case 'packs': {
      const id = write.id ?? supportPackIdSchema.parse(newId());
      const before = (await readPack(trx, id)) ?? null;
      const after: SupportPackRow = { ...write, id };
      await upsertPack(trx, after);
      return { kind, id, before, after };
    }
  }
}

/** Whether what a step wrote is still as it wrote it, and nothing hangs on it that would go with it. */
export async function canTakeBack(trx: WorkbenchDatabase, step: ImportStep): Promise<boolean> {
  switch (step.kind) {
    case 'agreements':
      return isDeepStrictEqual(await readLocalAgreements(trx, step.id), step.after);
    case 'price-lists':
      if (!isDeepStrictEqual(await readPriceListById(trx, step.id), step.after)) return false;
      return step.before !== null || !(await isPriceListInUse(trx, step.id));
    case 'packs':
      return isDeepStrictEqual(await readPack(trx, step.id), step.after);
  }
}

/** Puts back what was there before a step. */
export async function takeBackImportStep(trx: WorkbenchDatabase, step: ImportStep): Promise<void> {
  switch (step.kind) {
    case 'agreements':
      await replaceLocalAgreements(trx, step.id, step.before ?? []);
      return;
    case 'price-lists':
      if (step.before === null) await deletePriceListRow(trx, step.id);
      else await upsertPriceList(trx, step.before);
      return;
    case 'packs':
      if (step.before === null) await deletePackRow(trx, step.id);
      else await upsertPack(trx, step.before);
      return;
  }
}
