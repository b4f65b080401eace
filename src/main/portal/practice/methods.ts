import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from './caller';
import { load } from './load';
import { missingError, notFound, typeError, unprocessable, valueError } from './odoo-error';
import { Records } from './records';
import { escapeHtml, sanitiseHtml } from './sanitise-html';
import type { Store } from './store';

/** One call as it arrived, its key already checked. */
export interface MethodCall {
  readonly store: Store;
  readonly caller: Caller;
  readonly model: string;
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Method {
  /** Null: every model has it. */
  readonly models: readonly string[] | null;
  /** Whether it works on the records named by `ids`. */
  readonly takesIds: boolean;
  answer(call: MethodCall, records: Records, ids: readonly number[]): unknown;
}

const idsSchema = z.array(z.int());
const contextSchema = z.looseObject({ active_test: z.boolean().optional() });
const valuesSchema = z.record(z.string(), z.unknown());
const count = z.int().min(0).nullish();
const order = z.string().nullish();
const fields = z.array(z.string()).nullish();
const domain = z.unknown().optional();
/** `load: null` asks for bare ids instead of `[id, name]`. */
const withNames = z.union([z.literal('_classic_read'), z.null()]).optional();

const searchSchema = z.strictObject({ domain, offset: count, limit: count, order });
const searchReadSchema = searchSchema.extend({ fields, load: withNames });

/** Checks the named arguments of a call; what Python would complain about is complained about in its words. */
function parseArguments<Schema extends z.ZodType>(call: MethodCall, schema: Schema): z.output<Schema> {
  const { ids: _ids, context: _context, ...named } = call.body;
  const parsed = schema.safeParse(named);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0] ?? '');
  if (issue?.code === 'unrecognized_keys') {
    throw typeError(`${call.model}.${call.method}() got an unexpected keyword argument '${issue.keys[0] ?? ''}'`);
  }
  if (!(name in named)) throw unprocessable(`missing a required argument: '${name}'`);
  throw typeError(`${call.model}.${call.method}(): wrong type of argument '${name}'`);
}

function includesArchived(call: MethodCall): boolean {
  return contextSchema.safeParse(call.body['context'] ?? {}).data?.active_test === false;
}

function search(call: MethodCall, records: Records, named: z.infer<typeof searchSchema>) {
  return records.search(call.model, {
    domain: named.domain ?? [],
    order: named.order ?? undefined,
    limit: named.limit ?? undefined,
    offset: named.offset ?? undefined,
    includesArchived: includesArchived(call),
  });
}

const METHODS: Readonly<Record<string, Method>> = {
  search_read: {
    models: null,
    takesIds: false,
    answer(call, records) {
      const named = parseArguments(call, searchReadSchema);
      const { fields: fieldNames, load: names, ...searched } = named;
      return records.send(call.model, search(call, records, searched), fieldNames ?? [], names !== null);
    },
  },
  search: {
    models: null,
    takesIds: false,
    answer: (call, records) => search(call, records, parseArguments(call, searchSchema)).map((record) => record.id),
  },
  search_count: {
    models: null,
    takesIds: false,
    answer: (call, records) => search(call, records, parseArguments(call, z.strictObject({ domain }))).length,
  },
  read: {
    models: null,
    takesIds: true,
    answer(call, records, ids) {
      const named = parseArguments(call, z.strictObject({ fields, load: withNames }));
      return records.send(call.model, records.browse(call.model, ids), named.fields ?? [], named.load !== null);
    },
  },
  create: {
    models: null,
    takesIds: false,
    answer(call, records) {
      const { vals_list } = parseArguments(call, z.strictObject({ vals_list: z.array(valuesSchema) }));
      return vals_list.map((values) => records.create(call.model, values));
    },
  },
  write: {
    models: null,
    takesIds: true,
    answer(call, records, ids) {
      const { vals } = parseArguments(call, z.strictObject({ vals: valuesSchema }));
      records.write(call.model, ids, vals);
      return true;
    },
  },
  unlink: {
    models: null,
    takesIds: true,
    answer(call, records, ids) {
      parseArguments(call, z.strictObject({}));
      records.unlink(call.model, ids);
      return true;
    },
  },
  load: {
    models: null,
    takesIds: false,
    answer(call, records) {
      const schema = z.strictObject({ fields: z.array(z.string()), data: z.array(z.array(z.unknown())) });
      const named = parseArguments(call, schema);
      return load(call.store, records, call.model, named.fields, named.data);
    },
  },
  fields_get: {
    models: null,
    takesIds: false,
    answer(call, records) {
      const schema = z.strictObject({ allfields: fields, attributes: fields });
      const { allfields } = parseArguments(call, schema);
      const entries = Object.entries(records.model(call.model).fields)
        .filter(([name]) => (allfields ?? []).length === 0 || allfields?.includes(name) === true)
        .map(([name, field]) => [
          name,
          {
            string: field.label,
            type: field.type,
            required: field.isRequired === true,
            readonly: field.isReadonly === true,
            ...('relation' in field ? { relation: field.relation } : {}),
            ...('options' in field ? { selection: field.options.map((option) => [option, option]) } : {}),
          },
        ]);
      return Object.fromEntries(entries);
    },
  },
  check_access_rights: {
    models: null,
    takesIds: false,
    answer(call, records) {
      const schema = z.strictObject({
        operation: z.enum(['read', 'create', 'write', 'unlink']),
        raise_exception: z.literal(false),
      });
      const { operation } = parseArguments(call, schema);
      return operation === 'read' || records.model(call.model).rights === 'write';
    },
  },
  context_get: {
    models: ['res.users'],
    takesIds: false,
    answer(call, records) {
      const [user] = records.browse('res.users', [call.caller.userId]);
      return { lang: user?.values['lang'] ?? 'en_US', tz: user?.values['tz'] ?? false, uid: call.caller.userId };
    },
  },
  check_object_reference: {
    models: ['ir.model.data'],
    takesIds: false,
    answer(call) {
      const named = parseArguments(call, z.strictObject({ module: z.string(), xml_id: z.string() }));
      const name = `${named.module}.${named.xml_id}`;
      const found = call.store.findExternalId(name);
      if (found === null) throw valueError(`External ID not found in the system: ${name}`);
      return [found.model, found.id];
    },
  },
  message_post: {
    models: ['project.task', 'helpdesk.ticket'],
    takesIds: true,
    answer: (call, records, ids) => postMessage(call, records, ids),
  },
};

const messagePostSchema = z.strictObject({
  body: z.string().default(''),
  body_is_html: z.boolean().default(false),
  message_type: z.string().default('notification'),
  subtype_xmlid: z.string().default('mail.mt_note'),
  message_id: z.string().optional(),
  attachment_ids: z.array(z.int()).nullish(),
  partner_ids: z.array(z.int()).nullish(),
  author_id: z.int().optional(),
});

function postMessage(call: MethodCall, records: Records, ids: readonly number[]): number[] {
  const named = parseArguments(call, messagePostSchema);
  const [taskId] = ids;
  if (taskId === undefined || ids.length > 1) throw valueError(`Expected singleton: ${call.model}(${ids.join(', ')})`);
  const [task] = records.browse(call.model, [taskId]);
  if (task === undefined) throw missingError(call.model, taskId);
  const attachmentIds = named.attachment_ids ?? [];
  if (records.browse('ir.attachment', attachmentIds).length !== attachmentIds.length) {
    throw missingError('ir.attachment', attachmentIds[0] ?? 0);
  }
  const authorId = named.author_id ?? call.caller.partnerId;
  const [author] = records.browse('res.partner', [authorId]);
  const note = call.store.findExternalId('mail.mt_note');
  const subtype = call.store.findExternalId(named.subtype_xmlid) ?? note;
  const id = records.insertAsServer('mail.message', {
    model: call.model,
    res_id: taskId,
    // Whoever does not say that it is HTML gets to read the signs as they were typed.
    body: named.body_is_html ? sanitiseHtml(named.body) : `<p>${escapeHtml(named.body)}</p>`,
    message_type: named.message_type,
    message_id: named.message_id ?? `<${randomUUID()}-openerp-${taskId}-project.task@practice.example>`,
    subtype_id: subtype?.id ?? false,
    is_internal: false,
    author_id: authorId,
    email_from: `"${author?.values['name'] ?? ''}" <${author?.values['email'] ?? ''}>`,
    date: call.caller.nowMs,
    attachment_ids: attachmentIds,
  });
  return [id];
}

/** Carries one call out. Each call is one transaction: it happens as a whole or not at all. */
export function carryOut(call: MethodCall): unknown {
  const records = new Records(call.store, call.caller);
  records.model(call.model);
  const method = Object.hasOwn(METHODS, call.method) ? METHODS[call.method] : undefined;
  if (method === undefined || (method.models !== null && !method.models.includes(call.model))) {
    throw notFound(`The method '${call.model}.${call.method}' does not exist`);
  }
  const ids = idsSchema.safeParse(call.body['ids'] ?? []);
  if (!ids.success) throw unprocessable("wrong type of argument 'ids'");
  if (!method.takesIds && ids.data.length > 0) throw unprocessable(`cannot call ${call.model}.${call.method} with ids`);
  return call.store.inTransaction(() => method.answer(call, records, ids.data));
}
