/** Long enough for any title; with a folder before it still a name that every system takes. */
const LONGEST_NAME = 120;
const LONGEST_ENDING = 12;

/**
 * What no file's name may hold on one system or another, and signs that turn the reading direction, by which
 * `cod.exe` shows as `exe.doc`.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
/** Names that Windows keeps for devices, whatever ending they have. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A name for a file whose name was chosen elsewhere: one part of a path and never more, which every system takes. It keeps
 * its ending also when it is cut.
 *
 * @example fileNameForDisk('../../etc/passwd') // 'etc passwd'
 */
export function fileNameForDisk(name: string): string {
  const clean = name
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const dot = clean.lastIndexOf('.');
  const ending = dot > 0 && clean.length - dot <= LONGEST_ENDING ? clean.slice(dot) : '';
  const stem = [...clean.slice(0, clean.length - ending.length)]
    .slice(0, LONGEST_NAME - ending.length)
    .join('')
    .replace(/[.\s]+$/, '');
  const whole = `${stem}${ending}`;
  if (whole === '') return 'Fyra';
  return RESERVED.test(whole) ? `_${whole}` : whole;
}
