import type { Language } from '../language';
import { escapeHtml, formatMessageHtml, formatScreenshotSource } from './message-html';

/** One step: what was done, and the picture that shows it. */
export interface MessageStep {
  readonly caption: string;
  readonly title: string;
  readonly address: string;
  /** The picture's name among the attachments of the message. */
  readonly fileName: string;
}

/** What a message of steps to reproduce tells. */
export interface StepsMessage {
  /** In order. */
  readonly steps: readonly MessageStep[];
  readonly happened: string;
  readonly expected: string;
}

const words = {
  sv: {
    about: 'Det gäller',
    done: 'Så här gör man',
    happened: 'Detta hände',
    expected: 'Detta förväntades',
    picture: 'Bild',
  },
  en: {
    about: 'It is about',
    done: 'What was done',
    happened: 'What happened',
    expected: 'What was expected',
    picture: 'Picture',
  },
} as const satisfies Record<Language, Record<'about' | 'done' | 'happened' | 'expected' | 'picture', string>>;

/**
 * Steps to reproduce as one message: a numbered list with each step's words and the name of its picture, then what happened
 * and what was expected. An answer that is empty is left out with its heading.
 * Source: 000, "Help us help you faster": what was done, what happened, what was expected.
 */
export function formatStepsMessageHtml({ steps, happened, expected }: StepsMessage, language: Language): string {
  const said = words[language];
  const items = steps.map((step) => `<li>${formatStep(step, said.picture)}</li>`).join('');
  return [
    `<p><strong>${said.done}</strong></p><ol>${items}</ol>`,
    formatAnswer(said.happened, happened),
    formatAnswer(said.expected, expected),
  ].join('');
}

/**
 * What a customer told on the telephone, as the description of a ticket: their own words, then what it is about, and the
 * answers to "what did you do, what happened, what did you expect". What is empty is left out with its heading.
 * Source: 000, "Help us help you faster".
 */
export function formatCallHtml(
  call: Readonly<Record<'description' | 'done' | 'happened' | 'expected', string>> & {
    readonly places: readonly string[];
  },
  language: Language,
): string {
  const said = words[language];
  return [
    call.description.trim() === '' ? '' : formatMessageHtml(call.description),
    formatAnswer(said.about, call.places.join('\n')),
    formatAnswer(said.done, call.done),
    formatAnswer(said.happened, call.happened),
    formatAnswer(said.expected, call.expected),
  ].join('');
}

function formatStep({ caption, title, address, fileName }: MessageStep, picture: string): string {
  const source = formatScreenshotSource({ title, address });
  const reference = formatPictureReference(picture, fileName);
  return `${formatMessageHtml(caption)}<p>${[...source, reference].join('<br>')}</p>`;
}

function formatPictureReference(picture: string, fileName: string): string {
  return `<em>${picture}: ${escapeHtml(fileName)}</em>`;
}

/** What stands in a message where one of its pictures belongs: the picture's name among the attachments. */
export function pictureReferenceHtml(fileName: string, language: Language): string {
  return formatPictureReference(words[language].picture, fileName);
}

function formatAnswer(heading: string, answer: string): string {
  return answer.trim() === '' ? '' : `<p><strong>${heading}</strong></p>${formatMessageHtml(answer)}`;
}

/** The captions as one numbered text: the answer to "what was done". Steps without words keep their number. */
export function numberedCaptions(captions: readonly string[]): string {
  return captions.map((caption, index) => `${index + 1}. ${caption.trim()}`.trim()).join('\n');
}
