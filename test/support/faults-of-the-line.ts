import { deepFault, type Fault, htmlFault, hugeFault, odooErrorFault } from './fault';

/** Whatever a value is, it becomes one of another type. */
function ofAnotherType(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(ofAnotherType);
  if (typeof value === 'string') return 7;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, ofAnotherType(held)]));
  }
  return typeof value === 'number' ? [String(value)] : { value };
}

/** The portal got the request, or gets it yet: whether it acted is for the app to find out. */
export const FAULTS_ON_THE_WAY: readonly (readonly [name: string, fault: Fault])[] = [
  ['the request is lost', { kind: 'lose-request' }],
  ['the answer is lost', { kind: 'lose-answer' }],
  ['the answer is cut', { kind: 'cut-answer' }],
  ['the answer drips', { kind: 'drip', everyMs: 5 }],
  ['nothing comes', { kind: 'hang' }],
  ['the request is delivered twice', { kind: 'twice' }],
  ['the request is overtaken by the next', { kind: 'overtaken' }],
  [
    'every field is of a wrong type',
    { kind: 'change-answer', change: (body) => JSON.stringify(ofAnotherType(JSON.parse(body))) },
  ],
];

const TOO_LONG_BYTES = 20 * 1024 * 1024;
const DEEP_LEVELS = 100_000;

/** Something else answers, and the portal never has the request. `elsewhere` is where a redirect leads. */
export function otherAnswers(elsewhere: URL): readonly (readonly [name: string, fault: Fault])[] {
  return [
    ['401', odooErrorFault(401, 'werkzeug.exceptions.Unauthorized', 'Invalid apikey')],
    ['403', odooErrorFault(403, 'odoo.exceptions.AccessError', 'Uh-oh!')],
    ['404', odooErrorFault(404, 'odoo.exceptions.MissingError', 'Finns inte')],
    ['422', odooErrorFault(422, 'odoo.exceptions.UserError', 'Stängd period')],
    ['429 with Retry-After', htmlFault(429, { 'retry-after': '90' })],
    ['500', htmlFault(500)],
    ['502', htmlFault(502)],
    ["a captive portal's page", htmlFault(200)],
    ['a redirect', htmlFault(307, { location: elsewhere.href })],
    ['20 MB of JSON', hugeFault(TOO_LONG_BYTES)],
    ['JSON of 100,000 levels', deepFault(DEEP_LEVELS)],
  ];
}
