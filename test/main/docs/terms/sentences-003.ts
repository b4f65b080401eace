import { HEADING, notApplicable, type TermsRow } from './row';

/** Document 003 of the terms, sentence by sentence. */
export const SENTENCES_003: readonly TermsRow[] = [
  ['What can I expect from the support service?', HEADING],
  ['24 hours / 5 days a week (weekdays)', HEADING],
  [
    'An Odoo Online subscription includes **unlimited 24hr support at no extra cost, Monday through Friday**.',
    notApplicable('about subscriptions to Odoo Online; our own hours of service are those of 000'),
  ],
  [
    'Our teams are located around the world to ensure you have support, no matter your location or timezone.',
    notApplicable('describes Odoo SA’s teams'),
  ],
  [
    'A support representative could be communicating to you from Buffalo, San Francisco, Belgium, Mexico, Dubai or India!',
    notApplicable('describes Odoo SA’s teams'),
  ],
  [
    'The Odoo support team can be contacted through our `online support form <https://www.odoo.com/help>`__.',
    'odoo-form',
  ],
  ['What type of support is included?', HEADING],
  ['Providing you with relevant material (guidelines, product documentation, etc...)', 'odoo-material'],
  [
    'Answers to issues that you may encounter in your standard Odoo database (eg. “I cannot close my Point of Sale” or “I cannot find my sales KPIs?”)',
    'odoo-standard-issue',
  ],
  ['Questions related to your account, subscription, or billing', 'odoo-account'],
  ['Bug resolution (blocking issues or unexpected behavior not due to misconfiguration or customizations)', 'odoo-bug'],
  ['Issues that may occur in a test database after upgrading to a newer version', 'odoo-test-upgrade'],
  [
    '*Odoo Support does not make changes to your production database without your expressed consent and will provide the documentation and knowledge for you to do it yourself!*',
    notApplicable('binds Odoo SA’s support; what we may change in production is agreed with the customer'),
  ],
  [':ref:`Upgrade Service Level Agreements <upgrade/sla>`', notApplicable('a reference to another page')],
  [':doc:`/administration/maintain/supported_versions`', notApplicable('a reference to another page')],
  ['What type of support is not included?', HEADING],
  [
    'Questions that require Support to understand your business processes in order to help implement a solution in the database.',
    'odoo-not-processes',
  ],
  ["Training on how to use Odoo software (Support will direct you to Odoo's many resources)", 'odoo-not-training'],
  ['Import of documents into the database', 'odoo-not-import'],
  ['Guidance on which configurations to apply inside of an application or the database.', 'odoo-not-configuration'],
  [
    'How to set up configuration models (Examples include: Inventory Routes, Payment Terms, Warehouses, etc).',
    'odoo-not-models',
  ],
  ['Any intervention on your own servers/deployments of Odoo.', 'odoo-not-servers'],
  ['Any intervention on your own third party account (Ingenico, Authorize, UPS, etc).', 'odoo-not-accounts'],
  [
    'Questions or issues related to specific developments or customizations done either by Odoo or a third party (this is specific only to the database or involving code).',
    'odoo-not-customisations',
  ],
  [
    'This type of support can be achieved with a `Success Pack <https://www.odoo.com/pricing-packs>`__.',
    'odoo-success-pack',
  ],
  [
    'With a pack, one of our consultants will analyze the way your business runs and tell you how you can get the most out of your Odoo Database.',
    notApplicable('describes the Success Pack of Odoo SA'),
  ],
  [
    'Odoo Business Consultants will handle all configurations and coach you on how to use Odoo.',
    notApplicable('describes the Success Pack of Odoo SA'),
  ],
  [':doc:`/administration/upgrade`', notApplicable('a reference to another page')],
  ['Ticket handling', HEADING],
  ['Tickets are handled via email communication and there will be no calls made to handle a ticket.', 'odoo-no-calls'],
  [
    'Odoo has an emergency support line `online support form <https://www.odoo.com/help>`__ for blocking issues where tickets can be prioritized.',
    ['odoo-blocking', 'odoo-form'],
  ],
  ['Issues can also be prioritized through the Account Manager.', 'odoo-account-manager'],
  [
    'Tickets are received on a first-come-first-serve basis, in other words the oldest tickets are handled first.',
    'odoo-oldest-first',
  ],
  [
    'Tickets will auto close if a response is not received back after Support replies and seven days have passed.',
    ['odoo-closes-case', 'closing-proposed'],
  ],
  ['Each ticket is reserved to handle one issue.', ['one-issue-per-ticket', 'odoo-one-issue']],
  [
    'This is so that if there are five issues, then five Support Specialists will simultaneously take care of the tickets/issues as they are received.',
    notApplicable('gives the reason for the sentence before it'),
  ],
];
