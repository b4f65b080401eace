import type { Language } from '../language';
import { composeLetter, type LetterMatter } from '../ticket/letter';
import { spokenDuration } from '../time/spoken-duration';
import { type Estimate, limitOfEstimate } from './approvals';

/** What the drafted message speaks of. */
export interface EstimateMatter extends LetterMatter {
  /** Chargeable time worked on the ticket so far, by everybody. */
  readonly countedSeconds: number;
  /** What is approved at present, for the ticket's total. */
  readonly limitSeconds: number;
  readonly estimate: Estimate;
}

interface Wording {
  readonly standing: (used: string, approved: string) => string;
  readonly band: (estimate: Estimate) => string;
  readonly mayWeGoOn: (limit: string) => string;
  readonly shallWeLookCloser: string;
  readonly whatItMeans: string;
}

const SWEDISH: Wording = {
  standing: (used, approved) =>
    `Hittills har vi lagt ${used} debiterbar tid på ärendet. Godkänt är ${approved} totalt, och vi bedömer att det behövs mer.`,
  band: (estimate) => {
    switch (estimate.band) {
      case 'under-10':
        return 'Uppskattning: mindre än 10 timmar totalt.';
      case 'over-10':
        return 'Uppskattning: mer än 10 timmar totalt.';
      case 'under-20':
        return 'Uppskattning: mindre än 20 timmar totalt.';
      case 'over-20':
        return 'Uppskattning: mer än 20 timmar totalt.';
      case 'specific':
        return `Uppskattning: ${spokenDuration(estimate.seconds)} totalt.`;
    }
  },
  mayWeGoOn: (limit) =>
    `Får vi fortsätta, upp till ${limit} totalt? Svara gärna ja på det här meddelandet, eller berätta hur ni hellre vill göra.`,
  shallWeLookCloser:
    'Vill ni att vi går vidare? Då återkommer vi med en närmare uppskattning som ni kan godkänna. Svara gärna på det här meddelandet, eller berätta hur ni hellre vill göra.',
  whatItMeans:
    'Uppskattningen är vår bedömning i dag och inget fast pris. Tid utöver det ni har godkänt debiterar vi inte utan att fråga er först.',
};

const ENGLISH: Wording = {
  standing: (used, approved) =>
    `So far we have spent ${used} of chargeable time on it. Approved is ${approved} in total, and we expect that more is needed.`,
  band: (estimate) => {
    switch (estimate.band) {
      case 'under-10':
        return 'Estimate: less than 10 hours in total.';
      case 'over-10':
        return 'Estimate: more than 10 hours in total.';
      case 'under-20':
        return 'Estimate: less than 20 hours in total.';
      case 'over-20':
        return 'Estimate: more than 20 hours in total.';
      case 'specific':
        return `Estimate: ${spokenDuration(estimate.seconds)} in total.`;
    }
  },
  mayWeGoOn: (limit) =>
    `May we go on, up to ${limit} in total? Please answer this message with a yes, or tell us what you would prefer.`,
  shallWeLookCloser:
    'Would you like us to go on? We would then come back with a closer estimate for you to approve. Please answer this message, or tell us what you would prefer.',
  whatItMeans:
    'The estimate is our judgement today and not a fixed price. Time beyond what you have approved is not charged without asking you first.',
};

/**
 * The message in which the original sender of a ticket is asked to approve an estimate: plain text, an empty line
 * between paragraphs. A person reads and changes it before it is sent. It names an estimate and promises nothing.
 * Source: 001, "the Consultant will contact you (the original email of the sender) and discuss how much work may be
 * required to resolve the issue".
 */
export function draftEstimate(matter: EstimateMatter, language: Language): string {
  const wording = language === 'sv' ? SWEDISH : ENGLISH;
  const limitSeconds = limitOfEstimate(matter.estimate);
  const question = limitSeconds === null ? wording.shallWeLookCloser : wording.mayWeGoOn(spokenDuration(limitSeconds));
  return composeLetter(matter, language, [
    wording.standing(spokenDuration(matter.countedSeconds), spokenDuration(matter.limitSeconds)),
    `${wording.band(matter.estimate)}\n${question}`,
    wording.whatItMeans,
  ]);
}
