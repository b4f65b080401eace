import type { Instant } from '@core/time/instant';
import type { OpenFailure } from './db/open';
import { findNewestWhole, lastChangeOf, restoreBackup } from './db/restore';
import { momentText, type Texts } from './platform/texts';

export interface FileQuestionParts {
  readonly texts: Texts;
  readonly now: () => Instant;
  /** Asks in a dialog of the system; answers the place of the button that was pressed, the last one when it was closed. */
  readonly ask: (question: { title: string; sentence: string; buttons: readonly string[] }) => Promise<number>;
  readonly openFolderOf: (file: string) => Promise<void>;
}

/**
 * Asks what to do about a file that cannot be opened, until a person has restored a backup or wants to quit. Only a
 * damaged file is offered to be restored: a full disk or a missing right is better mended.
 */
export async function askAboutFile(
  file: string,
  failure: OpenFailure,
  parts: FileQuestionParts,
): Promise<'restored' | 'quit'> {
  const { texts } = parts;
  const isDamaged = failure.kind === 'damaged';
  const backup = isDamaged ? findNewestWhole(file) : null;
  const lastChangeAt = lastChangeOf(file) ?? parts.now();
  const sentences = isDamaged
    ? [
        texts.damagedFile(file),
        backup ? texts.damagedBackup(momentText(backup.madeAt), momentText(lastChangeAt)) : texts.damagedNoBackup,
      ]
    : [failure.kind === 'file-is-newer' ? texts.cannotOpenNewer(file) : texts.cannotOpenOther(file, failure.message)];
  let trouble: readonly string[] = [];
  while (true) {
    const choices = [
      ...(backup ? [{ act: 'restore' as const, label: texts.restoreBackup(momentText(backup.madeAt)) }] : []),
      { act: 'open-folder' as const, label: texts.openFolder },
      { act: 'quit' as const, label: texts.quit },
    ];
    const chosen = await parts.ask({
      title: texts.cannotOpenTitle,
      sentence: [...trouble, ...sentences].join('\n\n'),
      buttons: choices.map(({ label }) => label),
    });
    const act = choices[chosen]?.act ?? 'quit';
    if (act === 'quit') return 'quit';
    if (act === 'open-folder') await parts.openFolderOf(file);
    else if (backup) {
      const restored = restoreBackup(file, backup.name, parts.now());
      if (restored.ok) return 'restored';
      trouble = [texts.notRestored(restored.failure.message)];
    }
  }
}
