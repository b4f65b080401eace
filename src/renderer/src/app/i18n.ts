import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../ui/format';

const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { eager: true, import: 'default' });

function collectResources() {
  const resources: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [path, texts] of Object.entries(files)) {
    const [, , language, file] = path.split('/');
    if (language === undefined || file === undefined) continue;
    resources[language] = { ...resources[language], [file.replace('.json', '')]: texts };
  }
  return resources;
}

/** Loads every text of both languages, so that a change of language needs no waiting. */
export function startTranslations(language: Language) {
  void i18n.use(initReactI18next).init({
    resources: collectResources(),
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  showLanguage(language);
}

/** Switches the language of the window and of its document. */
export function showLanguage(language: Language) {
  document.documentElement.lang = language;
  if (i18n.language !== language) void i18n.changeLanguage(language);
}
