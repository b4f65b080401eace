/** What Odoo SA's support does for a customer, and what it does not. */
export interface OdooSupportMatter {
  readonly name: OdooSupportMatterName;
  readonly isTheirs: boolean;
  /** Literally as in 003, white space aside. */
  readonly sentence: string;
}

/** By what a matter is called in the code and in the languages of the window. */
export type OdooSupportMatterName =
  | 'material'
  | 'standard-issue'
  | 'account-or-billing'
  | 'bug'
  | 'test-upgrade'
  | 'business-process'
  | 'training'
  | 'import'
  | 'configuration-guidance'
  | 'configuration-models'
  | 'own-server'
  | 'third-party-account'
  | 'customisation';

function matter(name: OdooSupportMatterName, isTheirs: boolean, sentence: string): OdooSupportMatter {
  return { name, isTheirs, sentence };
}

/** Source: 003, "What type of support is included?", "What type of support is not included?". */
export const ODOO_SUPPORT_MATTERS: readonly OdooSupportMatter[] = [
  matter('material', true, 'Providing you with relevant material (guidelines, product documentation, etc...)'),
  matter(
    'standard-issue',
    true,
    'Answers to issues that you may encounter in your standard Odoo database (eg. “I cannot close my Point of Sale” or “I cannot find my sales KPIs?”)',
  ),
  matter('account-or-billing', true, 'Questions related to your account, subscription, or billing'),
  matter(
    'bug',
    true,
    'Bug resolution (blocking issues or unexpected behavior not due to misconfiguration or customizations)',
  ),
  matter('test-upgrade', true, 'Issues that may occur in a test database after upgrading to a newer version'),
  matter(
    'business-process',
    false,
    'Questions that require Support to understand your business processes in order to help implement a solution in the database.',
  ),
  matter('training', false, "Training on how to use Odoo software (Support will direct you to Odoo's many resources)"),
  matter('import', false, 'Import of documents into the database'),
  matter(
    'configuration-guidance',
    false,
    'Guidance on which configurations to apply inside of an application or the database.',
  ),
  matter(
    'configuration-models',
    false,
    'How to set up configuration models (Examples include: Inventory Routes, Payment Terms, Warehouses, etc).',
  ),
  matter('own-server', false, 'Any intervention on your own servers/deployments of Odoo.'),
  matter(
    'third-party-account',
    false,
    'Any intervention on your own third party account (Ingenico, Authorize, UPS, etc).',
  ),
  matter(
    'customisation',
    false,
    'Questions or issues related to specific developments or customizations done either by Odoo or a third party (this is specific only to the database or involving code).',
  ),
];

/** How Odoo SA's support is reached and works. `href` where the sentence has an address. */
export interface OdooSupportFact {
  readonly name: 'form' | 'no-calls' | 'blocking' | 'account-manager' | 'oldest-first' | 'one-issue' | 'success-pack';
  readonly sentence: string;
  readonly href: string | null;
}

const ODOO_HELP = 'https://www.odoo.com/help';

/** Source: 003, "Ticket handling". The sentences are without the mark-up of their links. */
export const ODOO_SUPPORT_FACTS: readonly OdooSupportFact[] = [
  {
    name: 'form',
    sentence: 'The Odoo support team can be contacted through our online support form.',
    href: ODOO_HELP,
  },
  {
    name: 'no-calls',
    sentence: 'Tickets are handled via email communication and there will be no calls made to handle a ticket.',
    href: null,
  },
  {
    name: 'blocking',
    sentence:
      'Odoo has an emergency support line online support form for blocking issues where tickets can be prioritized.',
    href: ODOO_HELP,
  },
  { name: 'account-manager', sentence: 'Issues can also be prioritized through the Account Manager.', href: null },
  {
    name: 'oldest-first',
    sentence:
      'Tickets are received on a first-come-first-serve basis, in other words the oldest tickets are handled first.',
    href: null,
  },
  { name: 'one-issue', sentence: 'Each ticket is reserved to handle one issue.', href: null },
  {
    name: 'success-pack',
    sentence: 'This type of support can be achieved with a Success Pack.',
    href: 'https://www.odoo.com/pricing-packs',
  },
];
