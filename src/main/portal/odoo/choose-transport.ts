import { succeed } from '@core/outcome';
import type { PortalResult } from '../portal';
import { createJsonRpcTransport } from './json-rpc-transport';
import { createJson2Transport } from './json2-transport';
import { majorVersionOf, type OdooConnection, type OdooTransport } from './odoo-transport';

/** JSON-2 came with this version; what is older speaks JSON-RPC. */
const FIRST_WITH_JSON2 = 19;

function speaksJson2(version: string): boolean {
  return (majorVersionOf(version) ?? 0) >= FIRST_WITH_JSON2;
}

/**
 * The transport that a server speaks, found out by asking it for its version. It is asked once it is needed, and again
 * as long as no server answers.
 */
export function createChosenTransport(options: OdooConnection): OdooTransport {
  const json2 = createJson2Transport(options);
  let chosen: OdooTransport | null = null;

  async function choose(): Promise<PortalResult<OdooTransport>> {
    if (chosen !== null) return succeed(chosen);
    const version = await json2.readVersion();
    if (version.ok && speaksJson2(version.value)) {
      chosen = json2;
      return succeed(chosen);
    }
    if (!version.ok && version.failure.kind !== 'not-a-portal') return version;
    const jsonRpc = createJsonRpcTransport(options);
    const older = await jsonRpc.readVersion();
    // What is no Odoo of any version is told of in the words of the newest.
    if (!older.ok) return older.failure.kind === 'unreachable' || version.ok ? older : version;
    // Newer servers answer here too: what answered before can have been a page that a network put in between.
    chosen = speaksJson2(older.value) ? json2 : jsonRpc;
    return succeed(chosen);
  }

  return {
    call: async (call) => {
      const transport = await choose();
      return transport.ok ? transport.value.call(call) : transport;
    },
    readVersion: async () => {
      const transport = await choose();
      return transport.ok ? transport.value.readVersion() : transport;
    },
  };
}
