/**
 * The looks in which every view is looked at: each theme and each language once. What a theme can spoil is contrast, whatever
 * the words are; what a language can spoil are names and room, whatever the colours are.
 */
export const LOOKS = [
  { language: 'sv', theme: 'dark' },
  { language: 'en', theme: 'light' },
] as const;
