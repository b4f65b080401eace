import { fail, succeed } from '@core/outcome';
import type { PortalResult } from '../portal';
import { isTransientMessage } from './classify-answer';
import type { AnswerLimits, OdooTransport } from './odoo-transport';
import { loadedSchema } from './schemas';

/**
 * Creates one record through Odoo's import, `load`, which looks the external id up first: a second request with the
 * same one answers the record that the first made. A column of another record is named `field/.id`.
 *
 * The status of the answer says nothing here. A failure is an answer with `ids: false` and messages.
 */
export async function loadRecord(
  transport: OdooTransport,
  model: string,
  externalId: string,
  columns: Readonly<Record<string, string>>,
  { context, ...limits }: AnswerLimits & { readonly context?: Readonly<Record<string, unknown>> } = {},
): Promise<PortalResult<number>> {
  const loaded = await transport.call({
    model,
    method: 'load',
    arguments: {
      fields: ['id', ...Object.keys(columns)],
      data: [[externalId, ...Object.values(columns)]],
      context: context ?? {},
    },
    answer: loadedSchema,
    ...limits,
  });
  if (!loaded.ok) return loaded;
  const { ids, messages } = loaded.value;
  const remoteId = ids === false ? undefined : ids[0];
  if (remoteId !== undefined) return succeed(remoteId);

  const words = [...new Set(messages.map(({ message }) => message))].join('\n');
  // Somebody else wrote at the same moment: another line of this ticket, or our own first try with this external id.
  // Which of the two is not said, so the record has to be looked for.
  if (isTransientMessage(words)) return fail({ kind: 'unreachable', message: words });
  return fail({ kind: 'refused', message: words === '' ? 'The server created nothing and gave no reason.' : words });
}
