import { HEADING, LEADS_IN, notApplicable, type TermsRow } from './row';

/** Document 004 of the terms, sentence by sentence. */
export const SENTENCES_004: readonly TermsRow[] = [
  ['Maintenance and Support', HEADING],
  ['Maintenance and Support Alternatives', HEADING],
  [
    'As you use more Odoo applications to run your business you will want to keep your system optimised and updated with the latest features and functionality.',
    notApplicable('says why agreements are offered'),
  ],
  [
    'Odoo SA and the OCA Community are constantly (daily) releasing updates and security patches.',
    notApplicable('says why agreements are offered'),
  ],
  ['We offer 3 types of Support agreements:', 'agreement-kinds'],
  ['On Demand Support (all services)', 'agreement-kinds'],
  [
    'Customers can request any service and will be charged hourly (at minimum 30 min per request).',
    ['charged-hourly', 'minimum-charge', 'covers-technical-support'],
  ],
  ['Alternatively you may purchase a prepaid Support Pack of 25 or 100 hours.', 'support-pack'],
  ['Prepaid Support packs are a great option for Customer that want 100% control of costs.', 'pack-controls-costs'],
  ['Patch Agreement', HEADING],
  [
    'For a fixed monthly cost we keep your instance optimised and up to date.',
    notApplicable('the price of an agreement is invoiced elsewhere; Fyra reckons time'),
  ],
  [
    'Starting at 495 kr/mån we will manage the patching of your server infrastructure and environments.',
    notApplicable('the price of an agreement is invoiced elsewhere; Fyra reckons time'),
  ],
  [
    'This service is the designed to keep your infrastructure (servers and operating systems) up to date and optimised.',
    notApplicable('describes what the service is for'),
  ],
  [
    'This will ensure you get the best possible performance and the highest possible system availability.',
    notApplicable('describes what the service is for'),
  ],
  ['What is included?', HEADING],
  [
    'Technical Support for your server environment is included without extra cost when you sign a patch agreement.',
    'covers-technical-support',
  ],
  [
    'Technical Support, is defined as support and advice related to the technical environment including VM and network related services.',
    'covers-technical-support',
  ],
  ['Technical support in this context does not include', LEADS_IN],
  ['Creation of new instances', 'covers-restore-or-new-instance'],
  ['Restore of backups', 'covers-restore-or-new-instance'],
  [
    'Configuration of applications outside of the VM resource pool (external DNS, mail servers and other servers/services)',
    'covers-configuration-outside-pool',
  ],
  ['Application and end-user support', 'covers-general-user-support'],
  ['Application and user support is charged "On Demand".', 'covers-general-user-support'],
  [
    'If you are unsure contact your Business Consultant or Sales representative for more information.',
    notApplicable('an invitation to ask'),
  ],
  ['Maintenance and Support Agreement (Includes Patch Agreement)', 'patch-in-maintenance'],
  [
    'For a fixed monthly cost, the Maintenance and Support Agreement simplifies the upgrade process.',
    notApplicable('the price of an agreement is invoiced elsewhere; Fyra reckons time'),
  ],
  [
    'You code is constantly maintained and upgrade to the latest available version without interruption to your daily business.',
    'covers-version-upgrade',
  ],
  ['You will be able to upgrade to the latest version quickly and efficiently.', 'covers-version-upgrade'],
  ['Patch Agreement is required to access the Maintenance and Support Agreement.', 'patch-in-maintenance'],
  ['What is included?', HEADING],
  [
    'In addition to continuous code maintenance and upgrades Customers with a valid Maintenance and Support agreement enjoy the following advantages at no additional cost:',
    'best-agreement-wins',
  ],
  ['General User Support*', 'covers-general-user-support'],
  ['Support for bug fixes', 'covers-fix-outside-regular-patch'],
  [
    '* General User Support is defined as support to users in the form of advice or help related to the operation of the system in current configuration and with the currently installed applications and settings.',
    'covers-general-user-support',
  ],
  [
    'Support includes advice, instructions, help with installed applications and functions, and related problem solving.',
    'covers-general-user-support',
  ],
  [
    'Support includes analysis and identification of program bugs and rectification of program bugs and errors.',
    'covers-bug-analysis',
  ],
  ['Support includes the registration of code errors and bug to Odoo SA.', 'covers-bug-analysis'],
  ['Patches are applied within the framework of the patch agreement.', 'covers-fix-in-regular-patch'],
  [
    '*General User Support in this context does not include implementation of new functionality, features or configuration.',
    ['covers-new-functionality', 'covers-configuration-change'],
  ],
  ['Support does not include the import of new data to the instance.', 'covers-data-import-export'],
  ['Support does not include database corrections.', 'covers-database-correction'],
  ['Support does not include end-user training.', 'covers-training-or-customisation'],
  ['Always charged separately', 'always-separate-beats-all'],
  ['The following services are always charged separately.', 'always-separate-beats-all'],
  ['Contact your Sales representative for more information', notApplicable('an invitation to ask')],
  ['Provision of resources and infrastructure.', 'covers-resource-sale'],
  [
    'Support related to import/export of data and data cleaning and or data validation in production instances.',
    'covers-data-import-export',
  ],
  ['Implementation of new functionality, features, applications, interfaces and programs.', 'covers-new-functionality'],
  [
    'Additional services related to pay for service transactions (including but not limited to OCR, InExchange, AI transactions etc.)',
    'covers-pay-per-use-service',
  ],
  [
    'Support for external applications (including mail services, print, other non-odoo applications, interfaces etc)',
    'covers-external-application',
  ],
  ['Restore of backups', 'covers-restore-or-new-instance'],
  ['Licenses', 'covers-resource-sale'],
];
