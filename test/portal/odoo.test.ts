import { odooBench } from '../support/odoo-bench';
import { describePortalContract } from './contract';

describePortalContract('Odoo over JSON-2', async () => odooBench('json-2'));
describePortalContract('Odoo over JSON-RPC', async () => odooBench('json-rpc'));
