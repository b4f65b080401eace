/**
 * Binds the class names of one CSS module: `cx('row', isSelected && 'selected')`. A name that the module lacks is
 * passed on as it is, so that a global class can stand beside the module's own.
 */
export function classNames(styles: Readonly<Record<string, string>>) {
  return (...names: (string | false | null | undefined)[]) =>
    names.flatMap((name) => (name ? [styles[name] ?? name] : [])).join(' ');
}
