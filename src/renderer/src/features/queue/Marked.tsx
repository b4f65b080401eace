import { findWords } from '@core/ticket/search-words';
import styles from './Marked.module.css';

interface MarkedProps {
  readonly text: string;
  /** What was searched for, as words. */
  readonly words: readonly string[];
}

/** A text with what a search found in it marked. */
export function Marked({ text, words }: MarkedProps) {
  if (words.length === 0) return text;
  let last = 0;
  const parts = findWords(text, words).flatMap(({ from, until }) => {
    const before = text.slice(last, from);
    last = until;
    return [
      before,
      <mark key={from} className={styles['mark']}>
        {text.slice(from, until)}
      </mark>,
    ];
  });
  return [...parts, text.slice(last)];
}
