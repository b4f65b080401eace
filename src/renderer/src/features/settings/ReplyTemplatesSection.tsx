import { BUILT_IN_TEMPLATES } from '@core/ticket/built-in-templates';
import {
  type OfferedTemplate,
  offeredTemplates,
  type ReplyTemplate,
  TEMPLATE_FIELDS,
  type TemplateChanges,
  withBuiltIn,
  withoutTemplate,
  withTemplate,
} from '@core/ticket/reply-template';
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import { showUndoNotice } from '../../ui/undo-notice';
import { useLanguage } from '../../ui/use-format';
import styles from './PricesSection.module.css';
import { ReplyTemplateForm } from './ReplyTemplateForm';
import { SettingsSection } from './SettingsSection';

const cx = classNames(styles);

interface ReplyTemplatesSectionProps {
  readonly changes: TemplateChanges;
  readonly onChange: (changes: TemplateChanges) => void;
}

/** The templates for replies: those that come with the app, as they are or changed, and the person's own. */
export function ReplyTemplatesSection({ changes, onChange }: ReplyTemplatesSectionProps) {
  const { t } = useTranslation('settings');
  const language = useLanguage();
  // `new`: one that is not in the list yet.
  const [edited, setEdited] = useState<string | null>(null);
  const templates = offeredTemplates(BUILT_IN_TEMPLATES, changes, language);

  const changeWithUndo = (next: TemplateChanges, message: string) => {
    onChange(next);
    showUndoNotice({ topic: 'reply template', message, onUndo: () => onChange(changes) });
  };
  const save = (template: ReplyTemplate) => {
    setEdited(null);
    changeWithUndo(withTemplate(changes, template), t('replyTemplates.saved', { name: template.name }));
  };
  const remove = (template: OfferedTemplate) =>
    changeWithUndo(withoutTemplate(changes, template), t('replyTemplates.removed', { name: template.name }));
  const restore = ({ id, name }: OfferedTemplate) =>
    changeWithUndo(withBuiltIn(changes, id), t('replyTemplates.restored', { name }));

  return (
    <SettingsSection title={t('replyTemplates.title')} help={t('replyTemplates.help')}>
      <Text size="sm" c="dimmed">
        {t('replyTemplates.fields')}:{' '}
        {TEMPLATE_FIELDS.map((field) => `{${field}} ${t(`replyTemplates.field.${field}`)}`).join(' · ')}.{' '}
        {t('replyTemplates.fieldsHelp')}
      </Text>
      <table className={cx('table')} aria-label={t('replyTemplates.list')}>
        <tbody>
          {templates.map((template) => (
            <Fragment key={template.id}>
              <tr>
                <td>
                  {template.name}{' '}
                  {template.origin !== 'built-in' && (
                    <Badge variant="default" size="sm">
                      {t(`replyTemplates.${template.origin}`)}
                    </Badge>
                  )}
                </td>
                <td className={cx('actions')}>
                  {edited !== template.id && (
                    <Actions
                      template={template}
                      onEdit={() => setEdited(template.id)}
                      onRestore={() => restore(template)}
                      onRemove={() => remove(template)}
                    />
                  )}
                </td>
              </tr>
              {edited === template.id && (
                <tr>
                  <td colSpan={2} className={cx('form')}>
                    <ReplyTemplateForm template={template} onSave={save} onCancel={() => setEdited(null)} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {edited === 'new' ? (
        <div className={cx('block')}>
          <ReplyTemplateForm
            template={{ id: crypto.randomUUID(), name: '', sv: '', en: '' }}
            onSave={save}
            onCancel={() => setEdited(null)}
          />
        </div>
      ) : (
        <Group gap="sm">
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setEdited('new')}
          >
            {t('replyTemplates.add')}
          </Button>
          {changes.removed.length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => onChange({ ...changes, removed: [] })}>
              {t('replyTemplates.restoreRemoved', { count: changes.removed.length })}
            </Button>
          )}
        </Group>
      )}
    </SettingsSection>
  );
}

interface ActionsProps {
  readonly template: OfferedTemplate;
  readonly onEdit: () => void;
  readonly onRestore: () => void;
  readonly onRemove: () => void;
}

function Actions({ template: { name, origin }, onEdit, onRestore, onRemove }: ActionsProps) {
  const { t } = useTranslation('settings');
  return (
    <>
      <Button variant="subtle" size="compact-xs" aria-label={t('replyTemplates.editOf', { name })} onClick={onEdit}>
        {t('replyTemplates.edit')}
      </Button>
      {origin === 'changed' && (
        <Button
          variant="subtle"
          size="compact-xs"
          aria-label={t('replyTemplates.restoreOf', { name })}
          onClick={onRestore}
        >
          {t('replyTemplates.restore')}
        </Button>
      )}
      <Button variant="subtle" size="compact-xs" aria-label={t('replyTemplates.removeOf', { name })} onClick={onRemove}>
        {t('replyTemplates.remove')}
      </Button>
    </>
  );
}
