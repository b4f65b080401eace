import type { EventName, EventPayload, RequestInput, RequestName, RequestOutput } from '@ipc/contract';
import type { Reply, ReplyCode } from '@ipc/reply';
import type { Bridge } from '../../../preload/bridge';

declare global {
  interface Window {
    readonly fyra: Bridge;
  }
}

/** A request that was answered with a failure. `message` holds a server's own words, or nothing. */
export class RequestFailed extends Error {
  readonly code: ReplyCode;

  constructor(code: ReplyCode, message: string) {
    super(message);
    this.name = 'RequestFailed';
    this.code = code;
  }
}

/** Makes one request of the contract. Throws {@link RequestFailed} when it was not carried out. */
export async function call<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  let reply: Reply<RequestOutput<Name>>;
  try {
    reply = (await window.fyra.call(name, input)) as Reply<RequestOutput<Name>>;
  } catch {
    // The main process threw: a programming fault, which it has logged. Its text is not for a person to read.
    throw new RequestFailed('internal', '');
  }
  if (!reply.ok) throw new RequestFailed(reply.code, reply.message);
  return reply.value;
}

/** Listens to one event of the contract; answers a function that ends it. */
export function listen<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void) {
  return window.fyra.on(name, (payload) => listener(payload as EventPayload<Name>));
}
