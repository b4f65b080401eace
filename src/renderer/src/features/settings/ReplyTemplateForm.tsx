import type { ReplyTemplate } from '@core/ticket/reply-template';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusOnce } from '../../ui/focus-once';
import { leaveOnEscape } from '../../ui/leave-on-escape';

interface ReplyTemplateFormProps {
  /** The template to change, or what a new one begins as. */
  readonly template: ReplyTemplate;
  readonly onSave: (template: ReplyTemplate) => void;
  readonly onCancel: () => void;
}

/** A template for replies: its name, and its text in both languages. */
export function ReplyTemplateForm({ template, onSave, onCancel }: ReplyTemplateFormProps) {
  const { t } = useTranslation(['settings', 'common']);
  const [{ id, name, sv, en }, setDraft] = useState(template);
  const [isNameMissing, setNameMissing] = useState(false);
  const change = (field: 'name' | 'sv' | 'en') => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setNameMissing(false);
    setDraft((draft) => ({ ...draft, [field]: value }));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setNameMissing(true);
    onSave({ id, name: name.trim(), sv: sv.trim(), en: en.trim() });
  };
  return (
    <form onSubmit={onSubmit} onKeyDown={leaveOnEscape(onCancel)} noValidate>
      <Stack gap="md">
        <TextInput
          // The person has just asked for this form.
          ref={focusOnce}
          label={t('settings:replyTemplates.name')}
          value={name}
          error={isNameMissing && t('settings:replyTemplates.nameMissing')}
          maxLength={100}
          maw={400}
          onChange={change('name')}
        />
        {(['sv', 'en'] as const).map((language) => (
          <Textarea
            key={language}
            label={t(`settings:replyTemplates.${language}`)}
            value={language === 'sv' ? sv : en}
            lang={language}
            maxLength={10_000}
            autosize
            minRows={4}
            maxRows={16}
            onChange={change(language)}
          />
        ))}
        <Group gap="sm">
          <Button type="submit">{t('settings:replyTemplates.save')}</Button>
          <Button variant="default" onClick={onCancel}>
            {t('common:action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
