import type { Instant } from '@core/time/instant';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatCalendarDate,
  formatCount,
  formatDateTime,
  formatDayTime,
  formatLanguageName,
  formatTime,
  type Language,
} from './format';

/** The language the window is shown in. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'sv';
}

/** Dates, times and numbers in the language the window is shown in. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(
    () => ({
      time: (at: Instant) => formatTime(at, language),
      dayTime: (at: Instant) => formatDayTime(at, language),
      dateTime: (at: Instant) => formatDateTime(at, language),
      calendarDate: (date: string) => formatCalendarDate(date, language),
      languageName: (code: string) => formatLanguageName(code, language),
      count: (count: number) => formatCount(count, language),
    }),
    [language],
  );
}
