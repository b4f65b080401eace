import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../ui/format';

const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { import: 'default' });

/** Loads the texts of a language. They lie in one file, so this waits once. */
async function loadTexts(language: Language): Promise<void> {
  if (i18n.hasResourceBundle(language, 'common')) return;
  const ofLanguage = Object.entries(files).filter(([path]) => path.startsWith(`./locales/${language}/`));
  await Promise.all(
    ofLanguage.map(async ([path, load]) => {
      const namespace = path.replace(/^.*\/|\.json$/g, '');
      i18n.addResourceBundle(language, namespace, await load());
    }),
  );
}

/** Sets the window up in a language. The other one is loaded when somebody changes to it. */
export async function startTranslations(language: Language): Promise<void> {
  await i18n.use(initReactI18next).init({
    resources: {},
    lng: language,
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  await loadTexts(language);
  document.documentElement.lang = language;
}

/** Switches the language of the window and of its document. */
export async function showLanguage(language: Language): Promise<void> {
  await loadTexts(language);
  document.documentElement.lang = language;
  if (i18n.language !== language) await i18n.changeLanguage(language);
}
