import { TableOfContents } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Where the line is that tells which section is being read, from the top of the window. */
const READING_LINE_PX = 80;

/** The names of all sections of the settings; a click goes there. */
export function SettingsIndex({ page }: { readonly page: HTMLElement }) {
  const { t } = useTranslation('settings');
  const readAgain = useRef(() => {});

  // Sections appear when what they show has been read, and all are renamed with the language.
  useEffect(() => {
    const observer = new MutationObserver(() => readAgain.current());
    observer.observe(page, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [page]);

  return (
    <nav aria-label={t('index')}>
      <TableOfContents
        variant="light"
        size="sm"
        minDepthToOffset={2}
        reinitializeRef={readAgain}
        scrollSpyOptions={{ selector: '[data-settings-section]', scrollHost: page, offset: READING_LINE_PX }}
        getControlProps={({ active, data }) => ({
          'aria-current': active ? 'true' : undefined,
          onClick: () => {
            data.getNode().scrollIntoView({ block: 'start' });
            data.getNode().focus({ preventScroll: true });
          },
          children: data.value,
        })}
      />
    </nav>
  );
}
