import { type Coverage, coverageUnder } from '../billing/coverage';
import type { HeldAgreement } from '../billing/held-agreement';
import type { KindOfWork } from '../billing/kind-of-work';
import type { Service } from '../billing/service';
import {
  CODE_STACK,
  type CodeOwner,
  type CodePart,
  type Evidence,
  INSTALLATION_SENTENCE,
  REPORT_LINKS,
  type ReportPlace,
} from './code-stack';

/** What has been answered so far; missing: not yet asked. */
export interface BugAnswers {
  readonly codePart?: CodePart;
  readonly isReproducedOnStandardData?: boolean;
}

/** What the customer holds on the day of the work, and where reports can go that the terms do not name. */
export interface BugCircumstances {
  readonly agreements: readonly HeldAgreement[];
  readonly services: readonly Service[];
  /** The Stockholm date of the work, such as `2026-11-23`. */
  readonly day: string;
  readonly portalAddress: string | null;
  readonly repositoryAddress: string | null;
  readonly vendorAddress: string | null;
}

/** A place to report to; `href` is null where no address is known. */
export interface ReportTo {
  readonly place: ReportPlace;
  readonly href: string | null;
}

/** Work of ours on the fault, with what the terms say of its charge for this customer. */
export interface OurWork {
  readonly kindOfWork: KindOfWork;
  readonly coverage: Coverage;
}

/** Whose bug it is and what follows. */
export interface BugVerdict {
  readonly codePart: CodePart;
  readonly owner: CodeOwner;
  readonly ownerSentence: string;
  readonly reportTo: readonly ReportTo[];
  /** All that the terms say of where to report; two of them can point to different places, and both are shown. */
  readonly reportSentences: readonly string[];
  readonly evidence: readonly Evidence[];
  /** Whoever corrects a fault, the customer answers for the installation. */
  readonly installedBy: 'customer';
  readonly installationSentence: string;
  readonly ourWork: readonly OurWork[];
}

/** What the guide shows next. */
export type BugStep =
  | { readonly kind: 'ask-code-part' }
  | { readonly kind: 'ask-reproduction'; readonly codePart: CodePart }
  /**
   * It does not show on standard data, so it is not yet the owner's: settings, data or the customer's own code come first.
   * The work meanwhile is analysis.
   */
  | { readonly kind: 'look-closer'; readonly codePart: CodePart; readonly sentence: string; readonly ourWork: OurWork }
  | { readonly kind: 'verdict'; readonly verdict: BugVerdict };

const NOT_DEMONSTRATED = 'Demonstrate that the "bug" can be reproduced with standard data';

function hrefOf(place: ReportPlace, circumstances: BugCircumstances): string | null {
  switch (place) {
    case 'our-portal':
      return circumstances.portalAddress;
    case 'our-repository':
      return circumstances.repositoryAddress;
    case 'vendor':
      return circumstances.vendorAddress;
    case 'runbot':
    case 'odoo-help':
      return REPORT_LINKS[place] ?? null;
  }
}

function workOn(kindOfWork: KindOfWork, { agreements, services, day }: BugCircumstances): OurWork {
  return { kindOfWork, coverage: coverageUnder({ kindOfWork, agreements, services, day }) };
}

/**
 * What to show after these answers: which part of the code shows the fault, whether it reproduces on standard data where
 * its owner asks for that, and then whose bug it is. An answer is changed by giving it anew.
 * Source: 001, "Odoo code, 3rd party code and Customised code", "Bug reporting, support and bug-fixes".
 */
export function nextBugStep(
  { codePart, isReproducedOnStandardData }: BugAnswers,
  circumstances: BugCircumstances,
): BugStep {
  if (codePart === undefined) return { kind: 'ask-code-part' };
  const rules = CODE_STACK[codePart];
  if (rules.isReproductionRequired) {
    if (isReproducedOnStandardData === undefined) return { kind: 'ask-reproduction', codePart };
    if (!isReproducedOnStandardData) {
      const ourWork = workOn('bug-analysis', circumstances);
      return { kind: 'look-closer', codePart, sentence: NOT_DEMONSTRATED, ourWork };
    }
  }
  return {
    kind: 'verdict',
    verdict: {
      codePart,
      owner: rules.owner,
      ownerSentence: rules.sentence,
      reportTo: rules.reportPlaces.map((place) => ({ place, href: hrefOf(place, circumstances) })),
      reportSentences: rules.reportSentences,
      evidence: rules.evidence,
      installedBy: 'customer',
      installationSentence: INSTALLATION_SENTENCE,
      ourWork: rules.ourWork.map((kindOfWork) => workOn(kindOfWork, circumstances)),
    },
  };
}
