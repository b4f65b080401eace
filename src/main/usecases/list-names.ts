import { type CustomerId, customerIdSchema } from '@core/ids';
import { comparableName } from '@core/imports/import-fields';
import { isClosedStage } from '@core/imports/ticket-words';
import type { WorkbenchDatabase } from '../db/open';
import { insertCustomer, listCustomers } from '../db/queries/customers';
import { readUserRemoteId } from '../db/queries/portal-facts';
import { addName, addStage, readPortalLists } from '../db/queries/portal-lists';

interface Named {
  readonly remoteId: number;
  readonly name: string;
}

interface NamedStage extends Named {
  readonly isFolded: boolean;
}

/** What the names in a list stand for here. A name that is new gets an id of its own. */
export interface ListNames {
  /** Whoever imports; null where nobody has said who that is. */
  readonly me: number | null;
  customer(trx: WorkbenchDatabase, name: string): Promise<CustomerId | null>;
  stage(trx: WorkbenchDatabase, name: string): Promise<NamedStage | null>;
  /** In ascending order of their ids. */
  tags(trx: WorkbenchDatabase, names: readonly string[]): Promise<Named[]>;
  /** As {@link tags}. */
  colleagues(trx: WorkbenchDatabase, names: readonly string[]): Promise<Named[]>;
  group(trx: WorkbenchDatabase, name: string): Promise<Named>;
  /** The customers that were new. */
  readonly newCustomers: readonly CustomerId[];
}

/** Looks every name up once. Whoever adds names meanwhile in another way is not seen. */
export async function readListNames(database: WorkbenchDatabase, newId: () => string): Promise<ListNames> {
  const lists = await readPortalLists(database);
  const byName = <Item extends { readonly name: string }>(items: readonly Item[]) =>
    new Map(items.map((item) => [comparableName(item.name), item]));
  const stages = byName(lists.stages);
  const named = { tag: byName(lists.tags), colleague: byName(lists.colleagues), group: byName(lists.groups) };
  const customers = byName(await listCustomers(database));
  const newCustomers: CustomerId[] = [];
  // Tickets of which no list tells the project or team are where all of them were at the beginning.
  const firstGroup = lists.groups.toSorted((a, b) => a.remoteId - b.remoteId)[0] ?? { remoteId: 0, name: '' };

  async function findOrAdd(trx: WorkbenchDatabase, kind: keyof typeof named, name: string): Promise<Named> {
    const known = named[kind].get(comparableName(name));
    if (known) return known;
    const added = { remoteId: await addName(trx, kind, name), name };
    named[kind].set(comparableName(name), added);
    return added;
  }

  async function findAll(
    trx: WorkbenchDatabase,
    kind: 'tag' | 'colleague',
    names: readonly string[],
  ): Promise<Named[]> {
    const found = new Map<number, Named>();
    for (const name of names) {
      const item = await findOrAdd(trx, kind, name);
      found.set(item.remoteId, item);
    }
    return [...found.values()].toSorted((a, b) => a.remoteId - b.remoteId);
  }

  return {
    me: await readUserRemoteId(database),
    newCustomers,
    customer: async (trx, name) => {
      if (name === '') return null;
      const known = customers.get(comparableName(name));
      if (known) return known.id;
      const id = customerIdSchema.parse(newId());
      await insertCustomer(trx, id, name);
      customers.set(comparableName(name), {
        id,
        remoteId: null,
        name,
        email: null,
        phone: null,
        language: null,
        priceListId: null,
      });
      newCustomers.push(id);
      return id;
    },
    stage: async (trx, name) => {
      if (name === '') return null;
      const known = stages.get(comparableName(name));
      if (known) return known;
      const isFolded = isClosedStage(name);
      const added = { remoteId: await addStage(trx, { name, isFolded }), name, isFolded, groupRemoteIds: [] };
      stages.set(comparableName(name), added);
      return added;
    },
    tags: (trx, names) => findAll(trx, 'tag', names),
    colleagues: (trx, names) => findAll(trx, 'colleague', names),
    group: async (trx, name) => (name === '' ? firstGroup : findOrAdd(trx, 'group', name)),
  };
}
