import type { AgreementKind } from './agreement';
import type { KindOfWork, Verdict } from './kind-of-work';

/** What the terms of service can say about a kind of work. */
export type DecidedVerdict = Exclude<Verdict, 'undecided'>;

/** The documents of the terms, by the number their file names begin with. */
export type TermsDocument = '000' | '001' | '002' | '003' | '004';

/** A restriction in the sentence that the app cannot check: shown beside the verdict. */
export type CoverageCondition = 'if-module-covered' | 'first-year-by-agreement' | 'unless-smart-connect';

/** One sentence of the terms and what it says under which agreement. */
export interface CoverageRow {
  readonly kindOfWork: KindOfWork;
  readonly verdicts: Readonly<Partial<Record<AgreementKind, DecidedVerdict>>>;
  readonly document: TermsDocument;
  /** Literally as in the document, white space aside. */
  readonly sentence: string;
  /** First Stockholm date on which the row holds; missing: always did. */
  readonly validFrom?: string;
  /** Last Stockholm date on which the row holds; missing: still does. */
  readonly validTo?: string;
  readonly condition?: CoverageCondition;
}

/** The same verdict under every agreement. Maintenance and support has it by the patch agreement that it includes. */
export function underAny(verdict: DecidedVerdict) {
  return { 'on-demand': verdict, 'support-pack': verdict, patch: verdict } as const;
}

const CHARGEABLE_WITHOUT_MAINTENANCE = {
  'on-demand': 'chargeable',
  'support-pack': 'chargeable',
  patch: 'chargeable',
} as const;
const CHARGEABLE_BY_THE_HOUR = { 'on-demand': 'chargeable', 'support-pack': 'chargeable' } as const;
const INCLUDED_IN_PATCH = { patch: 'included' } as const;
const INCLUDED_IN_MAINTENANCE = { 'maintenance-and-support': 'included' } as const;

const CHARGED_FOR_ALL_SUPPORT = 'Generally you will be charged for all support.';
const CHARGED_FOR_BUG_FIXES = 'Generally you will be charged for application/installation of "bug fixes"';

/**
 * Every sentence that decides about a kind of work. Of several that apply, the one best for the customer wins; among
 * equals the first. What holds under the patch agreement holds under maintenance and support too.
 */
export const COVERAGE_TABLE: readonly CoverageRow[] = [
  {
    kindOfWork: 'infrastructure-question',
    verdicts: underAny('included'),
    document: '001',
    sentence: 'Questions related to your server infrastructure (Cloudworkz)',
  },
  {
    kindOfWork: 'delivery-question',
    verdicts: underAny('included'),
    document: '001',
    sentence: 'Questions related to our delivery of service',
  },
  {
    kindOfWork: 'licence-question',
    verdicts: underAny('included'),
    document: '001',
    sentence: 'Questions and support related to your Odoo licenses',
  },
  {
    kindOfWork: 'server-resource-provision',
    verdicts: underAny('included'),
    document: '001',
    sentence: 'Provision of additional server resources (deployment and architecture changes are charged)',
  },
  {
    kindOfWork: 'resource-sale',
    verdicts: underAny('always-separate'),
    document: '004',
    sentence: 'Provision of resources and infrastructure.',
  },
  {
    kindOfWork: 'architecture-change',
    verdicts: underAny('chargeable'),
    document: '001',
    sentence: 'Provision of additional server resources (deployment and architecture changes are charged)',
  },
  {
    kindOfWork: 'technical-support',
    verdicts: CHARGEABLE_BY_THE_HOUR,
    document: '004',
    sentence: 'Customers can request any service and will be charged hourly (at minimum 30 min per request).',
  },
  {
    kindOfWork: 'technical-support',
    verdicts: INCLUDED_IN_PATCH,
    document: '004',
    sentence:
      'Technical Support for your server environment is included without extra cost when you sign a patch agreement.',
  },
  {
    kindOfWork: 'configuration-outside-pool',
    verdicts: underAny('chargeable'),
    document: '004',
    sentence:
      'Configuration of applications outside of the VM resource pool (external DNS, mail servers and other servers/services)',
  },
  {
    kindOfWork: 'general-user-support',
    verdicts: { 'maintenance-and-support': 'chargeable' },
    document: '001',
    sentence: CHARGED_FOR_ALL_SUPPORT,
  },
  {
    kindOfWork: 'general-user-support',
    verdicts: CHARGEABLE_WITHOUT_MAINTENANCE,
    document: '004',
    sentence: 'Application and user support is charged "On Demand".',
  },
  {
    kindOfWork: 'general-user-support',
    verdicts: INCLUDED_IN_MAINTENANCE,
    document: '001',
    sentence:
      'General User Support is included at no additional charge for customers with a valid Maintenance and Support Agreement (new for 2026)',
    validFrom: '2026-01-01',
  },
  {
    kindOfWork: 'bug-analysis',
    verdicts: CHARGEABLE_WITHOUT_MAINTENANCE,
    document: '001',
    sentence: 'Generally you will be charged if you require support to register bugs with Odoo',
  },
  {
    kindOfWork: 'bug-analysis',
    verdicts: INCLUDED_IN_MAINTENANCE,
    document: '004',
    sentence:
      'Support includes analysis and identification of program bugs and rectification of program bugs and errors.',
  },
  {
    kindOfWork: 'fix-in-regular-patch',
    verdicts: CHARGEABLE_BY_THE_HOUR,
    document: '001',
    sentence: CHARGED_FOR_BUG_FIXES,
  },
  {
    kindOfWork: 'fix-in-regular-patch',
    verdicts: INCLUDED_IN_PATCH,
    document: '004',
    sentence: 'Patches are applied within the framework of the patch agreement.',
  },
  {
    kindOfWork: 'fix-outside-regular-patch',
    verdicts: CHARGEABLE_WITHOUT_MAINTENANCE,
    document: '001',
    sentence: CHARGED_FOR_BUG_FIXES,
  },
  {
    kindOfWork: 'fix-outside-regular-patch',
    verdicts: INCLUDED_IN_MAINTENANCE,
    document: '004',
    sentence: 'Support for bug fixes',
  },
  {
    kindOfWork: 'own-localisation-fix',
    verdicts: underAny('included'),
    document: '001',
    sentence: 'We will include a fix in our next patch at no additional charge',
  },
  {
    kindOfWork: 'customer-or-third-party-code-fix',
    verdicts: CHARGEABLE_WITHOUT_MAINTENANCE,
    document: '001',
    sentence: CHARGED_FOR_BUG_FIXES,
  },
  {
    kindOfWork: 'customer-or-third-party-code-fix',
    verdicts: INCLUDED_IN_MAINTENANCE,
    document: '002',
    sentence:
      'Den månatliga underhållsavgift täcker allt arbete som härrör från felkorrigeringar och support problem för alla täckta appar och moduler',
    condition: 'if-module-covered',
  },
  {
    kindOfWork: 'version-upgrade',
    verdicts: CHARGEABLE_WITHOUT_MAINTENANCE,
    document: '001',
    sentence: CHARGED_FOR_ALL_SUPPORT,
  },
  {
    kindOfWork: 'version-upgrade',
    verdicts: INCLUDED_IN_MAINTENANCE,
    document: '004',
    sentence:
      'You code is constantly maintained and upgrade to the latest available version without interruption to your daily business.',
    condition: 'first-year-by-agreement',
  },
  {
    kindOfWork: 'configuration-change',
    verdicts: underAny('chargeable'),
    document: '001',
    sentence: 'Generally you will be charged for any and all changes to your Odoo setup and configuration',
  },
  {
    kindOfWork: 'database-correction',
    verdicts: underAny('chargeable'),
    document: '004',
    sentence: 'Support does not include database corrections.',
  },
  {
    kindOfWork: 'training-or-customisation',
    verdicts: underAny('always-separate'),
    document: '002',
    sentence:
      'Underhållsavgift täcker inte tid eller material relaterat till, utbildning av slutanvändare, implementering av ny funktionalitet eller appar, tillägg av nya företag och / eller användare, ändringar av kunddata eller dataimport, skapande av nya instanser eller dataöverföring till nya instanser. Dessa tjänster debiteras separat och utöver maintenance och driftavtal.',
  },
  {
    kindOfWork: 'new-functionality',
    verdicts: underAny('always-separate'),
    document: '004',
    sentence: 'Implementation of new functionality, features, applications, interfaces and programs.',
  },
  {
    kindOfWork: 'data-import-export',
    verdicts: underAny('always-separate'),
    document: '004',
    sentence:
      'Support related to import/export of data and data cleaning and or data validation in production instances.',
  },
  {
    kindOfWork: 'restore-or-new-instance',
    verdicts: underAny('always-separate'),
    document: '004',
    sentence: 'Restore of backups',
  },
  {
    kindOfWork: 'pay-per-use-service',
    verdicts: underAny('always-separate'),
    document: '004',
    sentence:
      'Additional services related to pay for service transactions (including but not limited to OCR, InExchange, AI transactions etc.)',
  },
  {
    kindOfWork: 'external-application',
    verdicts: underAny('always-separate'),
    document: '004',
    sentence:
      'Support for external applications (including mail services, print, other non-odoo applications, interfaces etc)',
  },
  {
    kindOfWork: 'customer-network-or-third-party',
    verdicts: underAny('always-separate'),
    document: '002',
    sentence: 'Felsökning och rättning relaterad till ändringar i kundens nätverk, infrastruktur eller policy',
  },
  {
    kindOfWork: 'dns',
    verdicts: underAny('always-separate'),
    document: '002',
    sentence: 'DNS hantering (ingår i vår SMART CONNECT tjänst)',
    condition: 'unless-smart-connect',
  },
  {
    kindOfWork: 'internal',
    verdicts: underAny('not-charged'),
    document: '001',
    sentence: 'We charge only for the time spent working directly on your ticket.',
  },
];
