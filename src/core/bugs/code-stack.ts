import { z } from 'zod';
import type { KindOfWork } from '../billing/kind-of-work';

/** The main parts of a customer's code stack, in the order of the terms. Source: 001, "Your Odoo code stack is made up of 5 main parts". */
export const codePartSchema = z.enum([
  'odoo-community',
  'odoo-enterprise',
  'third-party-app',
  'own-localisation',
  'customer-code',
]);
export type CodePart = z.infer<typeof codePartSchema>;

/** Who owns and corrects a part. `us` is the partner; `vendor` the developer of an app. */
export type CodeOwner = 'odoo-sa-and-oca' | 'odoo-sa' | 'vendor' | 'us' | 'customer';

/** Where a fault is shown and reported. */
export type ReportPlace = 'runbot' | 'odoo-help' | 'vendor' | 'our-repository' | 'our-portal';

/** What a report has to hold. */
export type Evidence =
  | 'reproduced-on-runbot'
  | 'reproduced-on-standard-data'
  | 'detailed-examples'
  | 'module-and-version';

/** What 001 says of one part, each sentence literally as in the document. */
export interface CodePartRules {
  readonly owner: CodeOwner;
  readonly sentence: string;
  /** Whether the owner asks for the fault on standard data before anything else. */
  readonly isReproductionRequired: boolean;
  /** In this order. */
  readonly reportPlaces: readonly ReportPlace[];
  /** What the terms say of where to report; of two the first is what the guide follows. */
  readonly reportSentences: readonly string[];
  readonly evidence: readonly Evidence[];
  /** What we may do about it, of which the customer's agreements say whether it is charged. */
  readonly ourWork: readonly KindOfWork[];
}

const REGISTER_WITH_ODOO = 'Register the error/bug with the Odoo support team';
const FIXES_OF_ODOO: readonly KindOfWork[] = ['bug-analysis', 'fix-in-regular-patch', 'fix-outside-regular-patch'];
const FIXES_OF_OTHERS: readonly KindOfWork[] = ['bug-analysis', 'customer-or-third-party-code-fix'];

/** Source: 001, "Odoo code, 3rd party code and Customised code" and "Bug reporting, support and bug-fixes". */
export const CODE_STACK: Readonly<Record<CodePart, CodePartRules>> = {
  'odoo-community': {
    owner: 'odoo-sa-and-oca',
    sentence: 'Odoo community code - owned and supported by Odoo SA and OCA/developers',
    isReproductionRequired: true,
    reportPlaces: ['runbot', 'odoo-help'],
    reportSentences: [REGISTER_WITH_ODOO],
    evidence: ['reproduced-on-runbot', 'detailed-examples'],
    ourWork: FIXES_OF_ODOO,
  },
  'odoo-enterprise': {
    owner: 'odoo-sa',
    sentence: 'Odoo Enterprise code - owned and supported by Odoo SA',
    isReproductionRequired: true,
    reportPlaces: ['runbot', 'odoo-help'],
    reportSentences: [REGISTER_WITH_ODOO],
    evidence: ['reproduced-on-runbot', 'detailed-examples'],
    ourWork: FIXES_OF_ODOO,
  },
  'third-party-app': {
    owner: 'vendor',
    sentence: '3rd party apps (from App Store) - owned and supported by 3rd party developers',
    isReproductionRequired: true,
    reportPlaces: ['vendor', 'odoo-help'],
    reportSentences: [
      '3rd party apps (from App Store) - owned and supported by 3rd party developers',
      'If you find a bug in the Odoo code or any 3rd party app:',
      REGISTER_WITH_ODOO,
    ],
    evidence: ['reproduced-on-standard-data', 'detailed-examples', 'module-and-version'],
    ourWork: FIXES_OF_OTHERS,
  },
  'own-localisation': {
    owner: 'us',
    sentence: 'Linserv "addons" (localisations) - owned and supported by Linserv AB',
    isReproductionRequired: true,
    reportPlaces: ['our-repository', 'our-portal'],
    reportSentences: ['Report the bug in our support portal'],
    evidence: ['reproduced-on-standard-data', 'detailed-examples'],
    ourWork: ['own-localisation-fix'],
  },
  'customer-code': {
    owner: 'customer',
    sentence: 'your own custom modifications and apps (including Studio) - owned by your company',
    isReproductionRequired: false,
    reportPlaces: ['our-portal'],
    reportSentences: ['Feel free to contact our support if you require help (this may incur Support related charges)'],
    evidence: ['detailed-examples', 'module-and-version'],
    ourWork: FIXES_OF_OTHERS,
  },
};

/** Source: 001, "Test and recreate your Odoo "bug"", "Report "bug" to Odoo Support". The others depend on customer and vendor. */
export const REPORT_LINKS: Readonly<Partial<Record<ReportPlace, string>>> = {
  runbot: 'https://runbot.odoo.com/',
  'odoo-help': 'https://www.odoo.com/help',
};

/** Who installs a correction, whoever made it. Source: 001. */
export const INSTALLATION_SENTENCE =
  'You the customer (with or with the help or your IT department or Odoo partner) are responsible to update your system with the corrected code.';
