import { type Rule, rule } from './rule';

const SERVICES = ['billing/services.ts', 'billing/services.test.ts'] as const;

/** A service whose contents are shown and make no kind of work included. */
function serviceShown(service: string, name: string, firstContent: string): Rule {
  return rule(
    `Shown as part of the service *${name}*; makes no kind of work included`,
    SERVICES[0],
    [SERVICES[1], `the work that a service includes > with ${service} is`],
    'Ticket, Overview: about the customer; Coverage',
    [`content('${firstContent}')`, `content('${firstContent}', 'technical-support', 'dns')`],
  );
}

function service(says: string, testName: string, flip: readonly [string, string]): Rule {
  return rule(says, SERVICES[0], [SERVICES[1], testName], 'Ticket, Overview: about the customer; Coverage', flip);
}

/** Rules about services that a customer holds, and about the maintenance fee. */
export const SERVICE_RULES = {
  'service-odoo-bas': serviceShown('odoo-bas', 'Odoo Bas', 'System övervakning (prod instanser)'),
  'service-backup-database': service(
    'The service *Backup DB 90/48*: every 30 minutes, kept 90 days',
    'the catalogue of services > has the backups of the terms',
    ['copiesPerDay: 48', 'copiesPerDay: 24'],
  ),
  'service-backup-files': service(
    'The service *Backup FS 90/4*: 4 times a day, kept 90 days',
    'the catalogue of services > has the backups of the terms',
    ['copiesPerDay: 4 }', 'copiesPerDay: 2 }'],
  ),
  'service-patches': service(
    '*Drift och patch* includes fixes in regular patches',
    'the work that a service includes > is said sentence by sentence',
    [", 'fix-in-regular-patch')", ')'],
  ),
  'service-questions': service(
    '*Drift och patch* includes technical support',
    'the work that a service includes > is said sentence by sentence',
    ["(ej Odoo funktioner)', 'technical-support')", "(ej Odoo funktioner)')"],
  ),
  'service-restarts': service(
    '*Drift och patch* includes restarts, which are technical support',
    'the work that a service includes > is said sentence by sentence',
    ["(begärt av kund)', 'technical-support')", "(begärt av kund)')"],
  ),
  'service-drift-shown': serviceShown(
    'drift-och-patch',
    'Drift och patch',
    'Disaster Recovery plan (kundspecifika alternativ)',
  ),
  'service-requires-backup': service(
    '*Drift och patch* requires a backup of 90/4 at least',
    'Drift och patch > requires a backup',
    ['return isHeld ? []', 'return true ? []'],
  ),
  'service-mail': service(
    'Shown as the service *Mail in a box*; makes no kind of work included',
    'the work that a service includes > with mail-in-a-box is',
    ["(certifikat spam reglar mm)',", "(certifikat spam reglar mm)', 'external-application',"],
  ),
  'service-smart-connect': rule(
    'DNS is included with *SMART CONNECT*, else always separate',
    SERVICES[0],
    ['billing/coverage.test.ts', 'a service that the customer holds > includes the work it is for'],
    'Ticket, Overview: about the customer; Coverage',
    [", 'dns')", ')'],
  ),
  'test-copies': rule(
    'Twelve test copies a year are included with *Drift och patch*; the thirteenth is chargeable',
    'billing/test-copies.ts',
    ['billing/test-copies.test.ts', 'the test copies of a year: "Upp till 12 test-kopior per år" > are included'],
    'Ticket, Overview: test copies; Coverage: test copies',
    ['TEST_COPIES_PER_YEAR = 12', 'TEST_COPIES_PER_YEAR = 13'],
  ),
  'test-copy-cancelled': rule(
    'A test copy cancelled in writing at least seven days before does not count',
    'billing/test-copies.ts',
    ['billing/test-copies.test.ts', 'a planned test copy that the customer cancels > does not count'],
    'Ticket, Overview: test copies; Coverage: test copies',
    ['CANCELLATION_NOTICE_DAYS = 7', 'CANCELLATION_NOTICE_DAYS = 6'],
  ),
  'fee-per-block': rule(
    'Maintenance costs 175 kr a month for each begun 100 lines of code',
    'billing/maintenance-fee.ts',
    ['billing/maintenance-fee.test.ts', 'the maintenance fee > of 1 lines is 175 kr a month'],
    'Ticket, Coverage: maintenance fee',
    ['orePerBlock: 175_00', 'orePerBlock: 170_00'],
  ),
  'fee-rounded-up': rule(
    'A begun block of 100 lines counts as a whole one',
    'billing/maintenance-fee.ts',
    ['billing/maintenance-fee.test.ts', 'the maintenance fee > of 101 lines is 350 kr a month'],
    'Ticket, Coverage: maintenance fee',
    ['Math.ceil', 'Math.floor'],
  ),
  'fee-as-agreed': rule(
    'The agreement’s own figures replace the usual ones',
    'billing/maintenance-fee.ts',
    ['billing/maintenance-fee.test.ts', 'the maintenance fee > is another where the agreement says so'],
    'Ticket, Coverage: maintenance fee',
    ['blocks * terms.orePerBlock', 'blocks * DEFAULT_MAINTENANCE_FEE_TERMS.orePerBlock'],
  ),
  'fee-by-cloc': rule(
    'The fee is reckoned from Odoo’s own count, blank and comment lines left out',
    'billing/cloc-output.ts',
    ['billing/cloc-output.test.ts', 'what Odoo’s counter prints > is read by module and in all'],
    'Ticket, Coverage: maintenance fee',
    ["figures['code']", "figures['lines']"],
  ),
  'fee-term': rule(
    'Maintenance binds for twelve months at least',
    'billing/maintenance-fee.ts',
    ['billing/maintenance-fee.test.ts', 'the maintenance fee > binds for a year'],
    'Ticket, Coverage: maintenance fee',
    ['minimumTermMonths: 12', 'minimumTermMonths: 6'],
  ),
} as const satisfies Record<string, Rule>;
