import type { Instant } from '@core/time/instant';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  formatCalendarDate,
  formatCount,
  formatDateSpan,
  formatDateTime,
  formatDayHead,
  formatDayTime,
  formatFileSize,
  formatLanguageName,
  formatList,
  formatMonth,
  formatNames,
  formatShortDay,
  formatSpanOfTime,
  formatTime,
  formatWeekdayDate,
  formatWeekdayTime,
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
      weekdayTime: (at: Instant) => formatWeekdayTime(at, language),
      spanOfTime: (from: Instant, until: Instant) => formatSpanOfTime(from, until, language),
      dateTime: (at: Instant) => formatDateTime(at, language),
      calendarDate: (date: string) => formatCalendarDate(date, language),
      weekdayDate: (date: string) => formatWeekdayDate(date, language),
      shortDay: (date: string) => formatShortDay(date, language),
      month: (month: string) => formatMonth(month, language),
      dayHead: (date: string) => formatDayHead(date, language),
      dateSpan: (from: string, to: string) => formatDateSpan(from, to, language),
      languageName: (code: string) => formatLanguageName(code, language),
      names: (names: readonly string[]) => formatNames(names, language),
      list: (items: readonly string[]) => formatList(items, language),
      fileSize: (bytes: number) => formatFileSize(bytes, language),
      count: (count: number) => formatCount(count, language),
    }),
    [language],
  );
}
