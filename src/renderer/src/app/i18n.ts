import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../ui/format';

const TEXTS = { sv: () => import('./locales/sv'), en: () => import('./locales/en') };

async function loadTexts(language: Language): Promise<void> {
  if (i18n.hasResourceBundle(language, 'common')) return;
  const { default: texts } = await TEXTS[language]();
  for (const [namespace, ofNamespace] of Object.entries(texts))
    i18n.addResourceBundle(language, namespace, ofNamespace);
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
