import { succeed } from '@core/outcome';
import { z } from 'zod';
import type { PortalLists, PortalNamed, PortalResult } from '../portal';
import type { OdooTransport } from './odoo-transport';
import { createFieldQuestion } from './present-fields';
import type { TicketProfile } from './profiles/ticket-profile';
import type { Domain } from './read-page';
import { listedStageSchema, namedSchema } from './schemas';

/** More than any firm has, and few enough for one answer. */
const MOST_LISTED = 2000;

/** Reads what can be chosen for a ticket. Stages that belong to one person's own board are nobody else's to choose. */
export async function readLists(transport: OdooTransport, profile: TicketProfile): Promise<PortalResult<PortalLists>> {
  const { stageModel, stageFields, stageGroupField, hasPersonalStages, tagModel, groupModel, groupDomain } = profile;
  const stageQuestion = createFieldQuestion(transport, stageModel, [stageGroupField]);
  const groupFields = await stageQuestion();
  if (!groupFields.ok) return groupFields;
  const read = <Schema extends z.ZodType>(
    model: string,
    record: Schema,
    { domain, fields, order }: { domain: Domain; fields: readonly string[]; order: string },
  ) =>
    transport.call({
      model,
      method: 'search_read',
      // Rules read these names, so they are asked for as they were first written, not in the user's translation.
      arguments: { domain, fields, order, limit: MOST_LISTED, context: { lang: 'en_US' } },
      answer: z.array(record),
    });
  const named = async (model: string, domain: Domain): Promise<PortalResult<readonly PortalNamed[]>> => {
    const found = await read(model, namedSchema, { domain, fields: ['name'], order: 'name, id' });
    if (found.ok) return succeed(found.value.map(({ id, name }) => ({ remoteId: id, name: name ?? '' })));
    // A helpdesk can do without projects, and a user without the right to see one list is to choose from the others.
    return found.failure.kind === 'refused' ? succeed([]) : found;
  };
  const [stages, tags, groups, projects, colleagues, customerTags] = await Promise.all([
    read(stageModel, listedStageSchema, {
      domain: hasPersonalStages ? [['user_id', '=', false]] : [],
      fields: ['name', ...stageFields, ...groupFields.value],
      order: 'sequence, id',
    }),
    named(tagModel, []),
    named(groupModel, groupDomain),
    named('project.project', [['allow_timesheets', '=', true]]),
    named('res.users', [['share', '=', false]]),
    named('res.partner.category', []),
  ]);
  if (!stages.ok) return stages;
  if (!tags.ok) return tags;
  if (!groups.ok) return groups;
  if (!projects.ok) return projects;
  if (!colleagues.ok) return colleagues;
  if (!customerTags.ok) return customerTags;
  return succeed({
    stages: stages.value.map(({ id, name, fold, closed, project_ids, team_ids }) => ({
      remoteId: id,
      name: name ?? '',
      isFolded: fold || closed,
      groupRemoteIds: project_ids ?? team_ids ?? [],
    })),
    tags: tags.value,
    groups: groups.value,
    projects: projects.value,
    colleagues: colleagues.value,
    customerTags: customerTags.value,
  });
}
