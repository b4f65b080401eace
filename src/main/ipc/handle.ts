import { type EventName, type EventPayload, type RequestName, type RequestOutput, requests } from '@ipc/contract';
import type { Reply, ReplyCode } from '@ipc/reply';
import { faultCodeOf } from '../db/fault-code';

/** One handler for each request of the contract. */
export type Handlers = {
  readonly [Name in RequestName]: (input: ParsedInput<Name>) => Promise<Reply<RequestOutput<Name>>>;
};

/** The input as it is after its schema has read it. */
export type ParsedInput<Name extends RequestName> = ReturnType<(typeof requests)[Name]['input']['parse']>;

/** Tells every window of an event. */
export type Broadcast = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

/** A success. */
export function done<Value>(value: Value): Reply<Value> {
  return { ok: true, value };
}

/** A failure the window has a sentence for. `message` holds a server's own words, if any. */
export function refuse<Value>(code: ReplyCode, message = ''): Reply<Value> {
  return { ok: false, code, message };
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name);
}

/**
 * Carries one request to its handler: known name, input that fits its schema, faults in the log and never in the window.
 */
export async function dispatch(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  logFault: (name: string, error: unknown) => void,
): Promise<Reply<unknown>> {
  if (!isRequestName(name)) return refuse('invalid-request', 'unknown request');
  return dispatchKnown(handlers, name, input, logFault);
}

async function dispatchKnown<Name extends RequestName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
  logFault: (name: string, error: unknown) => void,
): Promise<Reply<unknown>> {
  const parsed = requests[name].input.safeParse(input);
  if (!parsed.success)
    return refuse('invalid-request', parsed.error.issues.map(({ path }) => path.join('.')).join(', '));
  try {
    return await handlers[name](parsed.data as ParsedInput<Name>);
  } catch (error) {
    logFault(name, error);
    const code = faultCodeOf(error);
    return refuse(code, code === 'internal' || !(error instanceof Error) ? '' : error.message);
  }
}
