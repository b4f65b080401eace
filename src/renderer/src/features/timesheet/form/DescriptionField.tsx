import type { TicketId } from '@core/ids';
import { Button, Menu, Textarea } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { suggestionsQuery } from '../../../api/queries';
import { classNames } from '../../../ui/class-names';
import styles from './LineForm.module.css';

const cx = classNames(styles);
/** More would be a list to read through instead of a thing to reach for. */
const MOST_RECENT = 4;

interface DescriptionFieldProps {
  readonly ticketId: TicketId | null;
  readonly isForCustomer: boolean;
  readonly value: string;
  readonly hasFocusFirst: boolean;
  readonly onChange: (description: string) => void;
}

/** What was done, with what was written lately and the templates of the settings to begin from. */
export function DescriptionField(props: DescriptionFieldProps) {
  const { ticketId, isForCustomer, value, hasFocusFirst, onChange } = props;
  const { t } = useTranslation('timesheet');
  const suggestions = useQuery(suggestionsQuery(ticketId)).data;
  const recent = (suggestions?.recent ?? []).filter((text) => text !== value).slice(0, MOST_RECENT);
  const templates = suggestions?.templates ?? [];
  // What somebody has written is never thrown away by a click.
  const use = (text: string) => onChange(value.trim() === '' ? text : `${value.trimEnd()}\n${text}`);
  return (
    <div>
      <Textarea
        label={t('form.description')}
        description={isForCustomer ? t('form.descriptionHelp') : undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
        data-testid="line-description"
        {...(hasFocusFirst ? { 'data-autofocus': true } : {})}
      />
      {(recent.length > 0 || templates.length > 0) && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset would box in what is only a row of words
        <div role="group" className={cx('suggestions')} aria-label={t('form.suggestions')}>
          {recent.map((text) => (
            <Button
              key={text}
              variant="default"
              size="compact-xs"
              className={cx('suggestion')}
              title={text}
              onClick={() => use(text)}
            >
              <span className={cx('clip')}>{text}</span>
            </Button>
          ))}
          {templates.length > 0 && (
            <Menu position="bottom-end" shadow="md">
              <Menu.Target>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  rightSection={<IconChevronDown size={13} stroke={2} aria-hidden />}
                >
                  {t('form.templates')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown maw={420}>
                {templates.map((text) => (
                  <Menu.Item key={text} onClick={() => use(text)}>
                    {text}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </div>
      )}
    </div>
  );
}
