/** The consultants of the practice portal; all invented. The first one is the person who practises. */
export const CONSULTANTS = {
  maja: { name: 'Maja Lindqvist', login: 'maja@furulund.example', language: 'sv_SE' },
  oskar: { name: 'Oskar Berg', login: 'oskar@furulund.example', language: 'sv_SE' },
  elin: { name: 'Elin Sandström', login: 'elin@furulund.example', language: 'sv_SE' },
} as const;

export type ConsultantKey = keyof typeof CONSULTANTS;
