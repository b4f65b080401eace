import { formatAccelerator, parseAccelerator } from '@core/shortcuts/accelerator';
import {
  DEFAULT_SHORTCUTS,
  planShortcuts,
  SHORTCUT_ACTIONS,
  type ShortcutAction,
  type Shortcuts,
} from '@core/shortcuts/shortcuts';
import type { AppView } from '@ipc/app-views';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { isMac } from './key-labels';
import { SettingsSection } from './SettingsSection';
import { ShortcutRow } from './ShortcutRow';
import styles from './ShortcutsSection.module.css';

const cx = classNames(styles);

interface ShortcutsSectionProps {
  readonly app: AppView;
  readonly onChange: (shortcuts: Shortcuts) => void;
}

function sameKeys(one: string, other: string): boolean {
  const [first, second] = [parseAccelerator(one, { isMac }), parseAccelerator(other, { isMac })];
  return first !== null && second !== null && formatAccelerator(first) === formatAccelerator(second);
}

/** The keys that work from every program, what became of them, and how to change them. */
export function ShortcutsSection({ app, onChange }: ShortcutsSectionProps) {
  const { t } = useTranslation('settings');
  const { shortcuts } = app.settings;
  const plans = planShortcuts(shortcuts, { isMac });
  const areDefault = SHORTCUT_ACTIONS.every((action) => sameKeys(shortcuts[action], DEFAULT_SHORTCUTS[action]));
  const change = (action: ShortcutAction, accelerator: string) => onChange({ ...shortcuts, [action]: accelerator });

  return (
    <SettingsSection title={t('shortcuts')} help={t('shortcutsHelp')}>
      <ul className={cx('list')} aria-label={t('shortcuts')}>
        {SHORTCUT_ACTIONS.map((action) => {
          const plan = plans.get(action);
          return (
            <ShortcutRow
              key={action}
              action={action}
              accelerator={shortcuts[action]}
              status={app.shortcuts[action]}
              sameAs={plan?.kind === 'same-as' ? plan.action : null}
              isDefault={sameKeys(shortcuts[action], DEFAULT_SHORTCUTS[action])}
              findOther={(accelerator) =>
                SHORTCUT_ACTIONS.find((other) => other !== action && sameKeys(shortcuts[other], accelerator)) ?? null
              }
              onChange={(accelerator) => change(action, accelerator)}
            />
          );
        })}
      </ul>
      {!areDefault && (
        <Button variant="default" onClick={() => onChange(DEFAULT_SHORTCUTS)}>
          {t('shortcutsRestoreAll')}
        </Button>
      )}
    </SettingsSection>
  );
}
