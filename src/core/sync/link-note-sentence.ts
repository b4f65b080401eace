import type { Language } from '../language';
import type { LinkNote } from './portal-note-kinds';

/** What a ticket is known by. */
interface Named {
  readonly number: string;
  readonly title: string;
}

type Sentences = Readonly<
  Record<
    LinkNote['link'],
    Readonly<Record<LinkNote['side'], Readonly<Record<LinkNote['state'], (name: string) => string>>>>
  >
>;

const SWEDISH: Sentences = {
  part: {
    main: {
      given: (name) => `Delat: ${name} är ett eget ärende.`,
      withdrawn: (name) => `Delningen är återtagen: ${name}.`,
    },
    other: {
      given: (name) => `Delat från ${name}.`,
      withdrawn: (name) => `Delningen är återtagen: ${name}.`,
    },
  },
  duplicate: {
    main: {
      given: (name) => `Dubblett: ${name} fortsätter här.`,
      withdrawn: (name) => `Sammanslagningen är återtagen: ${name}.`,
    },
    other: {
      given: (name) => `Dubblett av ${name}, där ärendet fortsätter.`,
      withdrawn: (name) => `Sammanslagningen är återtagen: ${name}.`,
    },
  },
};

const ENGLISH: Sentences = {
  part: {
    main: {
      given: (name) => `Split: ${name} is a ticket of its own.`,
      withdrawn: (name) => `The split was taken back: ${name}.`,
    },
    other: {
      given: (name) => `Split from ${name}.`,
      withdrawn: (name) => `The split was taken back: ${name}.`,
    },
  },
  duplicate: {
    main: {
      given: (name) => `Duplicate: ${name} goes on here.`,
      withdrawn: (name) => `The merge was taken back: ${name}.`,
    },
    other: {
      given: (name) => `Duplicate of ${name}, where the matter goes on.`,
      withdrawn: (name) => `The merge was taken back: ${name}.`,
    },
  },
};

/** What people read in the note about a link: which ticket is at the other end. */
export function describeLinkNote(
  note: Pick<LinkNote, 'link' | 'side' | 'state'>,
  other: Named,
  language: Language,
): string {
  const sentences = language === 'sv' ? SWEDISH : ENGLISH;
  return sentences[note.link][note.side][note.state](`${other.number} ${other.title}`);
}
