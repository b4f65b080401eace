/** The tags that name an agreement, as the rules read them. */
export const AGREEMENT_TAGS = ['On demand', 'Support pack 25 h', 'Patch agreement', 'Maintenance and support'] as const;

interface CustomerSeed {
  readonly name: string;
  readonly domain: string;
  readonly phone: string;
  readonly language: 'sv_SE' | 'en_US';
  readonly agreements: readonly (typeof AGREEMENT_TAGS)[number][];
  readonly contact: { readonly name: string; readonly mailbox: string; readonly phone: string };
}

/** Invented firms. Their addresses end in `.example` and their numbers are from the series reserved for fiction. */
export const CUSTOMERS = {
  bikes: {
    name: 'Norrskenets Cykel AB',
    domain: 'norrskenetscykel.example',
    phone: '08-465 004 11',
    language: 'sv_SE',
    agreements: ['Maintenance and support'],
    contact: { name: 'Elin Wahlgren', mailbox: 'elin.wahlgren', phone: '070-174 06 11' },
  },
  coffee: {
    name: 'Bergslagens Kafferosteri AB',
    domain: 'bergslagskaffe.example',
    phone: '08-465 004 12',
    language: 'sv_SE',
    agreements: ['Support pack 25 h', 'Patch agreement'],
    contact: { name: 'Johan Åkesson', mailbox: 'johan.akesson', phone: '070-174 06 12' },
  },
  lamps: {
    name: 'Harbour Lamps Nordic AB',
    domain: 'harbourlamps.example',
    phone: '08-465 004 13',
    language: 'en_US',
    agreements: ['On demand'],
    contact: { name: 'Sara Whitfield', mailbox: 'sara', phone: '070-174 06 13' },
  },
  boats: {
    name: 'Vätterns Båtvarv AB',
    domain: 'vatternsbatvarv.example',
    phone: '08-465 004 14',
    language: 'sv_SE',
    agreements: ['On demand'],
    contact: { name: 'Lars Hedlund', mailbox: 'lars.hedlund', phone: '070-174 06 14' },
  },
  glass: {
    name: 'Österlens Glashytta AB',
    domain: 'osterlensglas.example',
    phone: '08-465 004 15',
    language: 'sv_SE',
    agreements: ['Maintenance and support'],
    contact: { name: 'Petra Nyström', mailbox: 'petra', phone: '070-174 06 15' },
  },
  timber: {
    name: 'Kolmårdens Trävaror AB',
    domain: 'kolmardenstra.example',
    phone: '08-465 004 16',
    language: 'sv_SE',
    agreements: ['On demand'],
    contact: { name: 'Mikael Stenberg', mailbox: 'mikael.stenberg', phone: '070-174 06 16' },
  },
  bakery: {
    name: 'Lilla Ugnen Bageri AB',
    domain: 'lillaugnen.example',
    phone: '08-465 004 17',
    language: 'sv_SE',
    agreements: ['On demand'],
    contact: { name: 'Amira Haddad', mailbox: 'amira', phone: '070-174 06 17' },
  },
  sports: {
    name: 'Fjällvind Sport AB',
    domain: 'fjallvindsport.example',
    phone: '08-465 004 18',
    language: 'sv_SE',
    agreements: ['Patch agreement'],
    contact: { name: 'Anders Lundin', mailbox: 'anders.lundin', phone: '070-174 06 18' },
  },
  medical: {
    name: 'Sundet Medical Supplies AB',
    domain: 'sundetmedical.example',
    phone: '08-465 004 19',
    language: 'en_US',
    agreements: ['Maintenance and support', 'Patch agreement'],
    contact: { name: 'Daniel Price', mailbox: 'daniel.price', phone: '070-174 06 19' },
  },
  toys: {
    name: 'Tallkottens Leksaker AB',
    domain: 'tallkotten.example',
    phone: '08-465 004 20',
    language: 'sv_SE',
    agreements: ['Support pack 25 h'],
    contact: { name: 'Jonas Ekman', mailbox: 'jonas', phone: '070-174 06 20' },
  },
  wool: {
    name: 'Gutarnas Ullspinneri AB',
    domain: 'gutarnasull.example',
    phone: '08-465 004 21',
    language: 'sv_SE',
    agreements: ['On demand'],
    contact: { name: 'Brita Olofsson', mailbox: 'brita', phone: '070-174 06 21' },
  },
} as const satisfies Record<string, CustomerSeed>;

export type CustomerKey = keyof typeof CUSTOMERS;
