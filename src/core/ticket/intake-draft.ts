import { assertNever } from '../assert-never';
import type { Language } from '../language';
import { type ContactMethod, type Intake, type IntakeCheck, STEPS_ANSWERS, type StepsAnswer } from './intake';
import { composeLetter, type LetterMatter, listLines } from './letter';

interface Wording {
  readonly please: string;
  readonly checks: Readonly<Record<Exclude<IntakeCheck, 'steps' | 'contact'>, string>>;
  readonly allSteps: string;
  readonly answers: Readonly<Record<StepsAnswer, string>>;
  readonly contact: Readonly<Record<ContactMethod, string>>;
  readonly why: string;
}

const WORDING: Readonly<Record<Language, Wording>> = {
  sv: {
    please: 'För att kunna hjälpa er snabbare behöver vi lite mer information:',
    checks: {
      'screen-dump': 'en skärmbild där webbadressen syns i webbläsarens adressfält',
      reference:
        'vilken post i Odoo det gäller, till exempel order-, faktura- eller inköpsnummer, produkt, arbetsstation eller användare',
    },
    allSteps: 'hur felet kan återskapas: vad ni gjorde, vad som hände och vad ni hade väntat er',
    answers: {
      done: 'vad ni gjorde, steg för steg',
      happened: 'vad som hände',
      expected: 'vad ni hade väntat er skulle hända',
    },
    contact: {
      email: 'vilken e-postadress vi når er på, eller hur ni hellre vill bli kontaktade',
      telephone: 'vilket telefonnummer vi når er på',
      portal: 'hur ni vill bli kontaktade',
    },
    why: 'Ju mer vi vet, desto snabbare kan vi hitta orsaken och lösa ärendet.',
  },
  en: {
    please: 'To help you faster we need a little more information:',
    checks: {
      'screen-dump': 'a screen dump with the URL visible in the browser address bar',
      reference:
        'which record in Odoo it is about, such as the SO, INV or PO number, product, work centre or user name',
    },
    allSteps: 'steps to reproduce the issue: what you did, what happened and what you expected',
    answers: {
      done: 'what you did, step by step',
      happened: 'what happened',
      expected: 'what you expected to happen',
    },
    contact: {
      email: 'the e-mail address we can reach you at, or how you prefer to be contacted',
      telephone: 'the telephone number we can reach you at',
      portal: 'how you prefer to be contacted',
    },
    why: 'The more detail you provide, the faster we can diagnose and resolve your issue.',
  },
};

function linesFor(check: IntakeCheck, { missingAnswers, contactMethod }: Intake, wording: Wording): string[] {
  switch (check) {
    case 'screen-dump':
    case 'reference':
      return [wording.checks[check]];
    case 'steps':
      return missingAnswers.length === STEPS_ANSWERS.length
        ? [wording.allSteps]
        : missingAnswers.map((answer) => wording.answers[answer]);
    case 'contact':
      return [wording.contact[contactMethod]];
    default:
      return assertNever(check);
  }
}

/**
 * The question to the customer about what their ticket lacks: plain text for a person to read and change, formatted by
 * `formatMessageHtml`. Null where nothing is missing. Source: 000, "When registering a ticket, please include".
 */
export function draftIntakeQuestion(matter: LetterMatter, intake: Intake, language: Language): string | null {
  if (intake.missing.length === 0) return null;
  const wording = WORDING[language];
  return composeLetter(matter, language, [
    `${wording.please}\n${listLines(intake.missing.flatMap((check) => linesFor(check, intake, wording)))}`,
    wording.why,
  ]);
}
