import { z } from 'zod';
import type { WorkbenchDatabase } from '../open';
import type { PortalNameTable } from '../tables/portal-tables';

const remoteIdsSchema = z.array(z.int());

/** A stage that tickets can have. */
export interface KeptStage {
  readonly remoteId: number;
  readonly name: string;
  readonly isFolded: boolean;
  /** Empty: nobody limited it to some projects or teams. */
  readonly groupRemoteIds: readonly number[];
}

/** What can be chosen for a ticket, as the portal last said. */
export interface KeptLists {
  /** In the portal's order. */
  readonly stages: readonly KeptStage[];
  readonly tags: readonly { readonly remoteId: number; readonly name: string }[];
  /** What tickets can be in: projects or teams. */
  readonly groups: readonly { readonly remoteId: number; readonly name: string }[];
  /** Where time can be recorded. */
  readonly projects: readonly { readonly remoteId: number; readonly name: string }[];
  readonly colleagues: readonly { readonly remoteId: number; readonly name: string }[];
  /** What customers can be tagged with. */
  readonly customerTags: readonly { readonly remoteId: number; readonly name: string }[];
}

/** Puts new lists in the place of those that are here. */
export async function replacePortalLists(trx: WorkbenchDatabase, lists: KeptLists): Promise<void> {
  await trx.deleteFrom('portalStage').execute();
  await trx.deleteFrom('portalName').execute();
  for (const [position, { remoteId, name, isFolded, groupRemoteIds }] of lists.stages.entries()) {
    await trx
      .insertInto('portalStage')
      .values({
        remoteId,
        name,
        isFolded: isFolded ? 1 : 0,
        position,
        groupRemoteIds: JSON.stringify(groupRemoteIds),
      })
      .execute();
  }
  const named = [
    ['tag', lists.tags],
    ['group', lists.groups],
    ['project', lists.projects],
    ['colleague', lists.colleagues],
    ['customer-tag', lists.customerTags],
  ] as const;
  for (const [kind, rows] of named) {
    for (const { remoteId, name } of rows)
      await trx.insertInto('portalName').values({ kind, remoteId, name }).execute();
  }
}

/** Adds a stage after the others; answers the id it has here. For files without a portal: there nobody else gives ids. */
export async function addStage(
  trx: WorkbenchDatabase,
  { name, isFolded }: Pick<KeptStage, 'name' | 'isFolded'>,
): Promise<number> {
  const { last } = await trx
    .selectFrom('portalStage')
    .select((eb) => eb.fn.max('remoteId').as('last'))
    .executeTakeFirstOrThrow();
  const remoteId = Number(last ?? 0) + 1;
  await trx
    .insertInto('portalStage')
    .values({ remoteId, name, isFolded: isFolded ? 1 : 0, position: remoteId, groupRemoteIds: '[]' })
    .execute();
  return remoteId;
}

/** As {@link addStage}, for what else can be chosen. */
export async function addName(trx: WorkbenchDatabase, kind: PortalNameTable['kind'], name: string): Promise<number> {
  const { last } = await trx
    .selectFrom('portalName')
    .select((eb) => eb.fn.max('remoteId').as('last'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  const remoteId = Number(last ?? 0) + 1;
  await trx.insertInto('portalName').values({ kind, remoteId, name }).execute();
  return remoteId;
}

async function listNames(trx: WorkbenchDatabase, kind: PortalNameTable['kind']) {
  return trx.selectFrom('portalName').select(['remoteId', 'name']).where('kind', '=', kind).orderBy('name').execute();
}

/** What can be chosen for a ticket. Everything is empty until the first sync. */
export async function readPortalLists(trx: WorkbenchDatabase): Promise<KeptLists> {
  const stages = await trx.selectFrom('portalStage').selectAll().orderBy('position').execute();
  return {
    stages: stages.map(({ remoteId, name, isFolded, groupRemoteIds }) => ({
      remoteId,
      name,
      isFolded: isFolded === 1,
      groupRemoteIds: remoteIdsSchema.parse(JSON.parse(groupRemoteIds)),
    })),
    tags: await listNames(trx, 'tag'),
    groups: await listNames(trx, 'group'),
    projects: await listNames(trx, 'project'),
    colleagues: await listNames(trx, 'colleague'),
    customerTags: await listNames(trx, 'customer-tag'),
  };
}

/** A stage by its id, or undefined. */
export async function readStage(
  trx: WorkbenchDatabase,
  remoteId: number,
): Promise<{ name: string; isFolded: boolean } | undefined> {
  const row = await trx
    .selectFrom('portalStage')
    .select(['name', 'isFolded'])
    .where('remoteId', '=', remoteId)
    .executeTakeFirst();
  return row && { name: row.name, isFolded: row.isFolded === 1 };
}

/** The names of these tags; one that is not known is left out. */
export async function listTagNames(trx: WorkbenchDatabase, remoteIds: readonly number[]): Promise<string[]> {
  if (remoteIds.length === 0) return [];
  const rows = await trx
    .selectFrom('portalName')
    .select(['remoteId', 'name'])
    .where('kind', '=', 'tag')
    .where('remoteId', 'in', [...remoteIds])
    .execute();
  const names = new Map(rows.map(({ remoteId, name }) => [remoteId, name]));
  return remoteIds.flatMap((remoteId) => names.get(remoteId) ?? []);
}

/** Whether somebody at the firm has this name. */
export async function isColleague(trx: WorkbenchDatabase, name: string): Promise<boolean> {
  const found = await trx
    .selectFrom('portalName')
    .select('remoteId')
    .where('kind', '=', 'colleague')
    .where('name', '=', name)
    .executeTakeFirst();
  return found !== undefined;
}

/** The names of everybody at the firm, by their ids on the portal. */
export async function listColleagueNames(trx: WorkbenchDatabase): Promise<Map<number, string>> {
  return new Map((await listNames(trx, 'colleague')).map(({ remoteId, name }) => [remoteId, name]));
}
