/** A rule that sentences of the terms have become. */
export interface Rule {
  /** What the rule says, in a few words. */
  readonly says: string;
  /** Where it stands, from the project's folder. */
  readonly code: string;
  /** The file below `test`, and the beginning of the name of a test or of a family of them. */
  readonly test: { readonly file: string; readonly name: string };
  /** Where a consultant meets it; null: no screen uses it yet. */
  readonly screen: string | null;
  /**
   * A piece of the code, found first, and what makes the rule say the opposite. The test has to notice, which
   * `flips.test.ts` tries; should the piece be written in another way, so is this.
   */
  readonly flip: { readonly from: string; readonly to: string };
}

/** A rule of the core. The test's file is below `test/core`, and a null screen means that none uses the rule yet. */
export function rule(
  says: string,
  code: string,
  [file, name]: readonly [file: string, name: string],
  screen: string | null,
  [from, to]: readonly [from: string, to: string],
): Rule {
  return { says, code: `src/core/${code}`, test: { file: `core/${file}`, name }, screen, flip: { from, to } };
}
