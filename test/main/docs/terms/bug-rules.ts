import { type Rule, rule } from './rule';

const BUG_GUIDE = ['bugs/code-stack.ts', 'bugs/bug-guide.test.ts'] as const;

function bugOwner(part: string, owner: string): Rule {
  return rule(
    `A fault in *${part}* is corrected by: ${owner}`,
    BUG_GUIDE[0],
    [BUG_GUIDE[1], `whose bug it is > in ${part}`],
    'Ticket, Coverage: whose bug it is',
    [`owner: '${owner}'`, "owner: 'nobody'"],
  );
}

function odooMatter(name: string, isTheirs: boolean, isOnOneLine = false): Rule {
  const between = isOnOneLine ? ' ' : '\n    ';
  return rule(
    isTheirs ? 'Odoo SA’s support takes it' : 'Odoo SA’s support does not take it',
    'ticket/odoo-support.ts',
    [
      'ticket/odoo-support.test.ts',
      `what Odoo SA’s support does > ${isTheirs ? 'is what stands below' : 'is not what stands below'}`,
    ],
    'Ticket, Coverage: at Odoo SA',
    [`'${name}',${between}${isTheirs},`, `'${name}',${between}${!isTheirs},`],
  );
}

function odooFact(says: string, name: string): Rule {
  return rule(
    says,
    'ticket/odoo-support.ts',
    ['ticket/odoo-support.test.ts', 'what Odoo SA’s support does > knows no calls, the oldest first'],
    'Ticket, Coverage: at Odoo SA',
    [`name: '${name}',`, "name: 'other',"],
  );
}

/** Rules about whose bug it is, and about Odoo SA's own support. */
export const BUG_RULES = {
  // Bugs
  'bug-code-part': rule(
    'The guide asks first which of the five parts shows the fault',
    'bugs/bug-guide.ts',
    [BUG_GUIDE[1], 'the questions of the guide > are first which part of the code it is'],
    'Ticket, Coverage: whose bug it is',
    [
      "if (codePart === undefined) return { kind: 'ask-code-part' }",
      "if (codePart === undefined) return { kind: 'x' }",
    ],
  ),
  'bug-owner-community': bugOwner('odoo-community', 'odoo-sa-and-oca'),
  'bug-owner-enterprise': bugOwner('odoo-enterprise', 'odoo-sa'),
  'bug-owner-third-party': bugOwner('third-party-app', 'vendor'),
  'bug-owner-localisation': bugOwner('own-localisation', 'us'),
  'bug-owner-customer': bugOwner('customer-code', 'customer'),
  'bug-evidence': rule(
    'The guide lists the evidence that the owner wants',
    BUG_GUIDE[0],
    [BUG_GUIDE[1], 'whose bug it is > needs in odoo-community as evidence'],
    'Ticket, Coverage: whose bug it is',
    ["['reproduced-on-runbot', 'detailed-examples']", "['reproduced-on-runbot']"],
  ),
  'bug-installation': rule(
    'Whoever corrects a fault, the customer installs the correction',
    'bugs/bug-guide.ts',
    [BUG_GUIDE[1], 'whose bug it is > leaves the installation to the customer'],
    'Ticket, Coverage: whose bug it is',
    ["installedBy: 'customer',", "installedBy: 'us',"],
  ),
  'bug-reproduction': rule(
    'A fault that does not show on standard data is not yet its owner’s',
    'bugs/bug-guide.ts',
    [BUG_GUIDE[1], 'the questions of the guide > end without an owner when it does not'],
    'Ticket, Coverage: whose bug it is',
    ['if (!isReproducedOnStandardData)', 'if (false)'],
  ),
  'bug-report-odoo': rule(
    'Faults in Odoo’s code are shown on runbot and reported to Odoo’s help',
    BUG_GUIDE[0],
    [BUG_GUIDE[1], 'whose bug it is > a fault in odoo-community is reported to'],
    'Ticket, Coverage: whose bug it is',
    ["reportPlaces: ['runbot', 'odoo-help']", "reportPlaces: ['our-portal']"],
  ),
  'bug-report-third-party': rule(
    'Faults in an app of others go to its vendor; that the terms send them to Odoo is shown too',
    BUG_GUIDE[0],
    [BUG_GUIDE[1], 'whose bug it is > a fault in third-party-app is reported to'],
    'Ticket, Coverage: whose bug it is',
    ["reportPlaces: ['vendor', 'odoo-help']", "reportPlaces: ['odoo-help']"],
  ),
  'bug-report-ours': rule(
    'Faults in our localisation are reproduced with our repository and reported in our portal',
    BUG_GUIDE[0],
    [BUG_GUIDE[1], 'whose bug it is > a fault in own-localisation is reported to'],
    'Ticket, Coverage: whose bug it is',
    ["['our-repository', 'our-portal']", "['odoo-help']"],
  ),
  'bug-link-runbot': rule(
    'The guide links to runbot',
    BUG_GUIDE[0],
    [BUG_GUIDE[1], 'whose bug it is > a fault in odoo-enterprise is reported to'],
    'Ticket, Coverage: whose bug it is',
    ['https://runbot.odoo.com/', 'https://example.com/'],
  ),
  'bug-link-help': rule(
    'The guide links to Odoo’s help form',
    BUG_GUIDE[0],
    [BUG_GUIDE[1], 'whose bug it is > a fault in odoo-enterprise is reported to'],
    'Ticket, Coverage: whose bug it is',
    ['https://www.odoo.com/help', 'https://example.com/help'],
  ),
  'bug-our-work': rule(
    'What our own work on a fault costs under the customer’s agreements stands with the answer',
    BUG_GUIDE[0],
    [BUG_GUIDE[1], 'our own work on a fault > in others’ code is charged'],
    'Ticket, Coverage: whose bug it is',
    ["['bug-analysis', 'customer-or-third-party-code-fix']", "['bug-analysis']"],
  ),

  // Odoo SA's own service
  'odoo-form': odooFact('Odoo SA’s support is reached by its form, which is linked', 'form'),
  'odoo-no-calls': odooFact('Shown with a case: Odoo SA makes no calls', 'no-calls'),
  'odoo-blocking': odooFact('Shown with a case: blocking issues go to the emergency form', 'blocking'),
  'odoo-account-manager': odooFact('Shown with a case: the account manager can give priority', 'account-manager'),
  'odoo-oldest-first': odooFact('Shown with a case: the oldest tickets are handled first', 'oldest-first'),
  'odoo-one-issue': odooFact('Shown with a case: one ticket, one issue', 'one-issue'),
  'odoo-success-pack': odooFact('Shown with a case: a Success Pack buys what support does not do', 'success-pack'),
  'odoo-closes-case': rule(
    'A case at Odoo SA is taken to be closed seven days after an unanswered reply, and warned of on the fifth',
    'ticket/odoo-case.ts',
    ['ticket/odoo-case.test.ts', 'a case at Odoo SA that they have replied to > "will auto close'],
    'Ticket, Coverage: at Odoo SA',
    ['ODOO_CLOSES_AFTER_DAYS = 7', 'ODOO_CLOSES_AFTER_DAYS = 8'],
  ),
  'closing-proposed': rule(
    'A ticket of ours left unanswered for seven days (a setting) is proposed for closing, and closed by nobody but a person',
    'ticket/queue-view.ts',
    ['ticket/queue-view.test.ts', 'a ticket that we answered > counts as left unanswered when'],
    'Queue: No answer',
    ['DEFAULT_UNANSWERED_DAYS = 7', 'DEFAULT_UNANSWERED_DAYS = 8'],
  ),
  'odoo-material': odooMatter('material', true, true),
  'odoo-standard-issue': odooMatter('standard-issue', true),
  'odoo-account': odooMatter('account-or-billing', true, true),
  'odoo-bug': odooMatter('bug', true),
  'odoo-test-upgrade': odooMatter('test-upgrade', true, true),
  'odoo-not-processes': odooMatter('business-process', false),
  'odoo-not-training': odooMatter('training', false, true),
  'odoo-not-import': odooMatter('import', false, true),
  'odoo-not-configuration': odooMatter('configuration-guidance', false),
  'odoo-not-models': odooMatter('configuration-models', false),
  'odoo-not-servers': odooMatter('own-server', false, true),
  'odoo-not-accounts': odooMatter('third-party-account', false),
  'odoo-not-customisations': odooMatter('customisation', false),
} as const satisfies Record<string, Rule>;
