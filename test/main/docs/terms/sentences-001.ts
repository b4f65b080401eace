import { HEADING, LEADS_IN, notApplicable, type TermsRow } from './row';

/** Document 001 of the terms, sentence by sentence. */
export const SENTENCES_001: readonly TermsRow[] = [
  ['Using our Support', HEADING],
  ['General Information about our Support Services', HEADING],
  ['Registering a Support Ticket', HEADING],
  [
    'You may register a Support Ticket via our Support Portal or by mailing your issue to support@linserv.se or by telephone +46(8) 749 0995',
    notApplicable('how a customer registers a ticket; it arrives here from the portal whichever way it came'),
  ],
  ['To help us understand your issue and provide faster more accurate responses', 'intake-question'],
  ['Include the URL in your Odoo screen dumps where ever possible', 'intake-screen-dump'],
  [
    'Include a reference to the Odoo transaction number (SO, INV, PO etc) or record name (Product, Work Center, User etc) that using to explain your problem',
    ['intake-reference', 'reference-numbers'],
  ],
  [
    'Include information about how you wish to be contacted (we will always assume email unless you specify)',
    'intake-contact',
  ],
  ['Response and Resolution times', HEADING],
  [
    'We work hard to ensure that all reported issues are assigned to a qualified Consultant or Technician within 2 working days.',
    'target-assignment-at-latest',
  ],
  [
    'Currently more than 80% of all issues are assigned to a consultant and we begin working to resolve the issue within 4 hours of registration.',
    'target-assignment',
  ],
  ['We prioritise support on a first come first served basis.', 'first-come'],
  ['However, some issues', 'time-critical-first'],
  ['availability of a production instance', 'critical-production'],
  ['end of month closing related to tax payments and reporting,', 'critical-month-end-closing'],
  ['system functionality that directly effect your ability to invoice,', 'critical-invoicing'],
  ['Will generally be prioritised.', 'time-critical-first'],
  ['This principle applies equally to all customers irrespective of Company size.', 'first-come'],
  ['We plan our resources and work so that 80% of support issues can be resolved with 10 working days.', 'target-all'],
  ['During 2025 we successfully resolved 70% of all tickets within 6 working days.', 'result-of-2025'],
  [
    'We cannot however set or guarantee fixed resolution times for any specific Support issue.',
    ['no-guarantee', 'estimate-promises-nothing'],
  ],
  ['Will I be charged for support?', HEADING],
  [
    'Our knowledge and expertise is designed to add more value to your company.',
    notApplicable('says what the services are worth, and decides nothing'),
  ],
  [
    'Our services are cost effective and we work hard to deliver expert advice and competence efficiently and transparently.',
    notApplicable('says what the services are worth, and decides nothing'),
  ],
  [
    'We work to share knowledge and transfer that knowledge to your company efficiently.',
    notApplicable('says what the services are worth, and decides nothing'),
  ],
  ['Generally you will be charged for all support.', ['covers-general-user-support', 'covers-version-upgrade']],
  ['The minimum charge is 30 mins as per your pricelist', ['minimum-charge', 'minimum-applies']],
  [
    'Generally you will be charged for any and all changes to your Odoo setup and configuration',
    'covers-configuration-change',
  ],
  [
    'Generally you will be charged for application/installation of "bug fixes"',
    ['covers-fix-in-regular-patch', 'covers-fix-outside-regular-patch', 'covers-other-code-fix'],
  ],
  ['Generally you will be charged if you require support to register bugs with Odoo', 'covers-bug-analysis'],
  ['Support at no additional cost', HEADING],
  ['Questions related to your server infrastructure (Cloudworkz)', 'covers-infrastructure-question'],
  ['Questions related to our delivery of service', 'covers-delivery-question'],
  ['Questions and support related to your Odoo licenses', 'covers-licence-question'],
  [
    'Provision of additional server resources (deployment and architecture changes are charged)',
    ['covers-server-resource-provision', 'covers-architecture-change'],
  ],
  [
    'General User Support is included at no additional charge for customers with a valid Maintenance and Support Agreement (new for 2026)',
    ['covers-user-support-from-2026', 'covers-general-user-support'],
  ],
  ['Our general principles for Support and costs associated with Support', HEADING],
  [
    'When a ticket is registered we work to resolve it as quickly as possible.',
    notApplicable('an intention; what is measured are the targets'),
  ],
  ['Our consultants apply the following general limits to the time they spend on a ticket.', LEADS_IN],
  ['"The 4 hour rule".', 'four-hours'],
  ['A consultant will work to resolve the ticket within fours hours of chargeable time.', 'four-hours'],
  [
    'By registering a ticket with our support you are accepting that we will charge you in accordance with your agreed Service Conditions and approve up to 4 hours of chargeable consulting work for each issue.',
    ['four-hours', 'limit-counts-charged', 'charge-held-at-limit'],
  ],
  ['We charge only for the time spent working directly on your ticket.', 'only-direct-work'],
  [
    'For issues of a more complex nature the consultant that may require more time, the Consultant will contact you (the original email of the sender) and discuss how much work may be required to resolve the issue.',
    'estimate-to-sender',
  ],
  [
    'Depending on the scope and complexity of your requirements you will receive the following general estimates of work',
    LEADS_IN,
  ],
  ['More or less than 10 hours', 'estimate-10'],
  ['More or less than 20 hours', 'estimate-20'],
  ['Specific work estimate (for issues requiring more than 25 hours of work)', 'estimate-specific'],
  ['Odoo code, 3rd party code and Customised code', HEADING],
  [
    'Your Odoo code stack is made up of 5 main parts (excluding the database and technical environment)',
    'bug-code-part',
  ],
  ['Odoo community code - owned and supported by Odoo SA and OCA/developers', 'bug-owner-community'],
  ['Odoo Enterprise code - owned and supported by Odoo SA', 'bug-owner-enterprise'],
  [
    '3rd party apps (from App Store) - owned and supported by 3rd party developers',
    ['bug-owner-third-party', 'bug-report-third-party'],
  ],
  ['Linserv "addons" (localisations) - owned and supported by Linserv AB', 'bug-owner-localisation'],
  ['your own custom modifications and apps (including Studio) - owned by your company', 'bug-owner-customer'],
  [
    'All Odoo code is licensed under the terms of one or more GPL frameworks.',
    notApplicable('the licence of the code; no question of support turns on it'),
  ],
  [
    'Generally the owner of the code will provide some services to correct code errors at no additional charge.',
    ['bug-owner-community', 'bug-owner-enterprise', 'bug-owner-third-party', 'bug-owner-localisation'],
  ],
  [
    'There are requirements on you as a user to demonstrate (send detailed examples) of errors to the supplier.',
    'bug-evidence',
  ],
  ['Generally code fixes are included in new versions or patches.', 'covers-fix-in-regular-patch'],
  [
    'You the customer (with or with the help or your IT department or Odoo partner) are responsible to update your system with the corrected code.',
    'bug-installation',
  ],
  [
    'General user support including configuration, training, installation, upgrades and advice on "how to use" are not included within the terms of most license agreements.',
    notApplicable(
      'about licence agreements with the owners of the code; what we charge for the same work is decided by the agreements with us',
    ),
  ],
  ['Bug reporting, support and bug-fixes', HEADING],
  ['Odoo standard code is supported by Odoo.', ['bug-owner-community', 'bug-owner-enterprise']],
  ['If you find a bug in the Odoo code or any 3rd party app:', ['bug-report-odoo', 'bug-report-third-party']],
  [
    'Demonstrate that the "bug" can be reproduced with standard data (runbot is a required by Odoo)',
    ['bug-reproduction', 'bug-evidence'],
  ],
  ['Register the error/bug with the Odoo support team', 'bug-report-odoo'],
  ['If the bug is within the code supplied by Linserv as part of our Localisation service', 'bug-owner-localisation'],
  [
    'Demonstrate that the "bug" can be reproduced with standard data (our git repo)',
    ['bug-reproduction', 'bug-report-ours'],
  ],
  ['Report the bug in our support portal', 'bug-report-ours'],
  ['We will include a fix in our next patch at no additional charge', 'covers-own-localisation-fix'],
  ['Test and recreate your Odoo "bug" https://runbot.odoo.com/', 'bug-link-runbot'],
  ['Report "bug" to Odoo Support https://www.odoo.com/help', 'bug-link-help'],
  [
    'Feel free to contact our support if you require help (this may incur Support related charges)',
    ['bug-our-work', 'covers-bug-analysis'],
  ],
  ['Follow your support ticket in the Portal', HEADING],
  [
    'In the Linserv Portal you can see all the information about your Support tickets, including any work done by our consultants.',
    'portal-line',
  ],
  [
    'Contact your Business Consultant for free user account.',
    notApplicable('accounts of the portal are given out by the Business Consultant, not in Fyra'),
  ],
  [
    'Please note: that this information is specifically for existing customers who use our services.',
    'agreement-needed',
  ],
  [
    'If you are not a customer you are welcome to contact us with questions about our services and prices.',
    notApplicable('about those who are not customers'),
  ],
];
