import type { OfferedTemplate } from '@core/ticket/reply-template';
import type { ScreenshotView } from '@ipc/screenshot-views';
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  type Icon,
  IconBlockquote,
  IconBold,
  IconCode,
  IconEye,
  IconH2,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPencil,
  IconPhotoPlus,
  IconTemplate,
} from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names';
import styles from './ComposeBox.module.css';
import { makeLink, type Selected, type TextEdit, toggleLines, toggleMark } from './markdown-edit';
import type { TicketTemplates } from './use-reply-templates';

const cx = classNames(styles);

type ToolName = 'bold' | 'italic' | 'link' | 'code' | 'heading' | 'bullet' | 'number' | 'quote';

interface Tool {
  readonly name: ToolName;
  readonly icon: Icon;
  readonly keys?: string;
  readonly edit: (selected: Selected) => TextEdit;
}

const TOOLS: readonly Tool[] = [
  { name: 'bold', icon: IconBold, keys: 'Ctrl + B', edit: (selected) => toggleMark(selected, '**') },
  { name: 'italic', icon: IconItalic, keys: 'Ctrl + I', edit: (selected) => toggleMark(selected, '*') },
  { name: 'link', icon: IconLink, keys: 'Ctrl + K', edit: makeLink },
  { name: 'code', icon: IconCode, edit: (selected) => toggleMark(selected, '`') },
  { name: 'heading', icon: IconH2, edit: (selected) => toggleLines(selected, 'heading') },
  { name: 'bullet', icon: IconList, edit: (selected) => toggleLines(selected, 'bullet') },
  { name: 'number', icon: IconListNumbers, edit: (selected) => toggleLines(selected, 'number') },
  { name: 'quote', icon: IconBlockquote, edit: (selected) => toggleLines(selected, 'quote') },
];

interface ComposeToolbarProps {
  readonly isPreview: boolean;
  readonly onPreview: (isPreview: boolean) => void;
  readonly onEdit: (how: (selected: Selected) => TextEdit) => void;
  readonly templates: TicketTemplates;
  readonly onTemplate: (template: OfferedTemplate) => void;
  /** The drafts of the ticket, the newest first. */
  readonly drafts: readonly ScreenshotView[];
  readonly onPicture: (draft: ScreenshotView) => void;
  readonly onFile: (file: File) => void;
}

/** What can be done with a text that is being written. */
export function ComposeToolbar(props: ComposeToolbarProps) {
  const { t } = useTranslation('ticket');
  const { isPreview, onPreview, onEdit } = props;
  return (
    <div role="toolbar" aria-label={t('messages.tools')} className={cx('tools')}>
      {TOOLS.map(({ name, icon: ToolIcon, keys, edit }) => {
        const label = t(`messages.tool.${name}`);
        return (
          <Tooltip key={name} label={keys === undefined ? label : `${label} (${keys})`} openDelay={400}>
            <ActionIcon variant="subtle" size="sm" aria-label={label} disabled={isPreview} onClick={() => onEdit(edit)}>
              <ToolIcon size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </Tooltip>
        );
      })}
      <PictureMenu {...props} />
      <TemplateMenu {...props} />
      <Button
        variant="subtle"
        size="compact-xs"
        className={cx('last')}
        aria-pressed={isPreview}
        leftSection={isPreview ? <IconPencil size={15} aria-hidden /> : <IconEye size={15} aria-hidden />}
        onClick={() => onPreview(!isPreview)}
      >
        {isPreview ? t('messages.writeOn') : t('messages.preview')}
      </Button>
    </div>
  );
}

function PictureMenu({ isPreview, drafts, onPicture, onFile }: ComposeToolbarProps) {
  const { t } = useTranslation('ticket');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Menu position="bottom-start" shadow="md" width={280} returnFocus={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={isPreview}
            leftSection={<IconPhotoPlus size={15} aria-hidden />}
          >
            {t('messages.picture')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('messages.picture')}>
          <Menu.Item onClick={() => input.current?.click()}>{t('messages.pictureFile')}</Menu.Item>
          <Menu.Label>{drafts.length === 0 ? t('messages.noDrafts') : t('messages.drafts')}</Menu.Label>
          {drafts.map((draft) => (
            <Menu.Item
              key={draft.id}
              leftSection={
                draft.originalUrl !== null && <img src={draft.originalUrl} alt="" className={cx('thumbnail')} />
              }
              onClick={() => onPicture(draft)}
            >
              {draft.title === '' ? t('screens.untitled') : draft.title}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file !== undefined) onFile(file);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function TemplateMenu({ isPreview, templates: { templates, language }, onTemplate }: ComposeToolbarProps) {
  const { t } = useTranslation('ticket');
  return (
    <Menu position="bottom-start" shadow="md" width={280} returnFocus={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={isPreview}
          leftSection={<IconTemplate size={15} aria-hidden />}
        >
          {t('messages.templates')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('messages.templates')}>
        <Menu.Label>
          {templates.length === 0 ? t('messages.noTemplates') : t(`messages.templatesIn.${language}`)}
        </Menu.Label>
        {templates.map((template) => (
          <Menu.Item key={template.id} onClick={() => onTemplate(template)}>
            {template.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
