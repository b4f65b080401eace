import type { TermsDocument } from './coverage-table';
import type { KindOfWork } from './kind-of-work';
import type { Service } from './service';

// Without zod, like what it is used by: the window reckons verdicts too.

/** How often a backup is made, and how long it is kept. */
export interface BackupLevel {
  readonly daysKept: number;
  readonly copiesPerDay: number;
}

/** Something a service includes, in the words of the terms, with the kinds of work that it makes included. */
export interface ServiceContent {
  /** Literally as in the document, white space aside. */
  readonly sentence: string;
  /** None where it is no work of a consultant, or where only part of a kind of work is meant. */
  readonly includesWork: readonly KindOfWork[];
}

/** A service as the terms describe it. */
export interface ServiceDescription {
  /** As in the terms. */
  readonly name: string;
  readonly document: TermsDocument;
  readonly contents: readonly ServiceContent[];
  /** The backup that this service is; missing: it is none. */
  readonly backup?: BackupLevel;
  /** The least backup that the customer has to hold as well. */
  readonly requiresBackup?: BackupLevel & { readonly sentence: string };
}

function content(sentence: string, ...includesWork: KindOfWork[]): ServiceContent {
  return { sentence, includesWork };
}

/** What each service includes and requires. Source: 002. */
export const SERVICES: Readonly<Record<Service, ServiceDescription>> = {
  'odoo-bas': {
    name: 'Odoo Bas',
    document: '002',
    contents: [
      content('System övervakning (prod instanser)'),
      content('Optimering av VM resurser för optimal prestanda (inom VM pool ramar)'),
      content('Hantering av VM events och incidenter (prod instanser)'),
      content('Disaster recovery 14/1'),
      content('Tillgång till våra Linserv-appar'),
      content('Administration av GIT bibliotek samt Linserv Continuous Integration (CI Toolbox)'),
      content('Tillgång till Linserv Supportportal (för ärende -och fakturahantering)'),
    ],
  },
  'backup-database': {
    name: 'Backup DB 90/48',
    document: '002',
    contents: [content('DB 90/48 [var 30:e min 90 dagar]')],
    backup: { daysKept: 90, copiesPerDay: 48 },
  },
  'backup-files': {
    name: 'Backup FS 90/4',
    document: '002',
    contents: [content('FS 90/4 [4 gg/dag veckodagar, sparas i 90 dagar]')],
    backup: { daysKept: 90, copiesPerDay: 4 },
  },
  'drift-och-patch': {
    name: 'Drift och patch',
    document: '002',
    contents: [
      content('Paketering och installation av patchar (månadspatch och säkerhetspatch)', 'fix-in-regular-patch'),
      content('Tekniska/information frågor från kundens IT avdelning (ej Odoo funktioner)', 'technical-support'),
      content('Omstart av systemet (begärt av kund)', 'technical-support'),
      content('Disaster Recovery plan (kundspecifika alternativ)'),
      content('Upp till 12 test-kopior per år (enligt ök)'),
      content('SMTP mail server (standard smtp utan extra tjänster)'),
      content('Extra backup funktioner (enligt avtal)'),
    ],
    requiresBackup: { daysKept: 90, copiesPerDay: 4, sentence: '** Kräver att kunden har minst BU 90/4' },
  },
  'mail-in-a-box': {
    name: 'Mail in a box',
    document: '002',
    contents: [
      content(
        'Mail server med övervakning samt o ptimering av incoming outgoing mail konfiguration (certifikat spam reglar mm)',
      ),
    ],
  },
  'smart-connect': {
    name: 'SMART CONNECT',
    document: '002',
    contents: [content('DNS hantering (ingår i vår SMART CONNECT tjänst)', 'dns')],
  },
};

/** A service that lacks the backup it requires, with the sentence that requires it. */
export interface MissingBackup {
  readonly service: Service;
  readonly required: BackupLevel;
  readonly sentence: string;
}

/**
 * Which of the services held lack the backup they require. Any backup that is made as often and kept as long is enough:
 * our reading of 002, "Kräver att kunden har minst BU 90/4".
 */
export function missingBackups(held: readonly Service[]): MissingBackup[] {
  const backups = held.flatMap((service) => SERVICES[service].backup ?? []);
  return held.flatMap((service): MissingBackup[] => {
    const required = SERVICES[service].requiresBackup;
    if (required === undefined) return [];
    const { daysKept, copiesPerDay, sentence } = required;
    const isHeld = backups.some((backup) => backup.daysKept >= daysKept && backup.copiesPerDay >= copiesPerDay);
    return isHeld ? [] : [{ service, required: { daysKept, copiesPerDay }, sentence }];
  });
}

/**
 * What a held service says of a kind of work; null when none includes it. It beats *always separate* too. Source: 002,
 * "DNS hantering (ingår i vår SMART CONNECT tjänst)".
 */
export function includedByService(
  kindOfWork: KindOfWork,
  held: readonly Service[],
): { readonly document: TermsDocument; readonly sentence: string } | null {
  for (const service of held) {
    const { document, contents } = SERVICES[service];
    const found = contents.find(({ includesWork }) => includesWork.includes(kindOfWork));
    if (found !== undefined) return { document, sentence: found.sentence };
  }
  return null;
}
