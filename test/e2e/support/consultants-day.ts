/** A stretch of work of the day, and what the terms make of it. */
export interface Work {
  readonly ticket: string;
  readonly minutes: number;
  readonly description: string;
  readonly kindOfWork: string;
  readonly verdict: 'Chargeable' | 'Included' | 'Always separate';
}

const GENERAL = 'General user support';
const TRAINING = 'Training or customisation';

/** What is worked, in the order of the day. */
export const WORK = {
  // 45 min of an earlier day are past the minimum: 18 min more are charged as they are.
  webshop: {
    ticket: 'Webbutiken tar inte emot kortbetalning',
    minutes: 18,
    description: 'Betalningsflödet felsökt',
    kindOfWork: GENERAL,
    verdict: 'Chargeable',
  },
  // On demand, nothing worked before: the minimum of 30 min.
  till: {
    ticket: 'Kassan i butiken startar inte',
    minutes: 22,
    description: 'Kassan startad om med rensad cache',
    kindOfWork: GENERAL,
    verdict: 'Chargeable',
  },
  // Maintenance and support: included.
  manufacturing: {
    ticket: 'Tillverkningsorder WH/MO/00055 går inte att klarmarkera',
    minutes: 35,
    description: 'Reservation av komponent rättad',
    kindOfWork: GENERAL,
    verdict: 'Included',
  },
  // On demand, by telephone: the minimum of 30 min.
  labels: {
    ticket: 'Etiketterna skrivs inte ut',
    minutes: 12,
    description: 'Etikettskrivaren vald på nytt',
    kindOfWork: GENERAL,
    verdict: 'Chargeable',
  },
  // On demand on the portal; maintenance and support is typed in: included.
  prices: {
    ticket: 'Price list is not applied to web orders',
    minutes: 25,
    description: 'Order of the price rules corrected',
    kindOfWork: GENERAL,
    verdict: 'Included',
  },
  // On demand on the portal; a patch agreement is typed in: technical support is included, the rest is not. 16 and 40 min
  // are charged together.
  server: {
    ticket: 'Leverantörsfaktura BILL/2026/00081 bokas på fel konto',
    minutes: 20,
    description: 'Servermiljöns loggar lästa',
    kindOfWork: 'Technical support (server and network)',
    verdict: 'Included',
  },
  bills: {
    ticket: 'Leverantörsfaktura BILL/2026/00081 bokas på fel konto',
    minutes: 16,
    description: 'Leverantörens konto rättat',
    kindOfWork: GENERAL,
    verdict: 'Chargeable',
  },
  training: {
    ticket: 'Leverantörsfaktura BILL/2026/00081 bokas på fel konto',
    minutes: 40,
    description: 'Genomgång av kontering',
    kindOfWork: TRAINING,
    verdict: 'Always separate',
  },
  // Maintenance and support: the analysis of a bug is included.
  bug: {
    ticket: 'Calendar invitations arrive one hour early',
    minutes: 30,
    description: 'Reproduced on standard data',
    kindOfWork: 'Bug analysis and reporting',
    verdict: 'Included',
  },
  // A colleague's 3 h 40 and 25 min are 5 min past the limit, until more is approved; all is charged then.
  packingUntilLimit: {
    ticket: 'Plocksedlar skrivs ut i fel ordning',
    minutes: 25,
    description: 'Sorteringen rättad i plocksedeln',
    kindOfWork: GENERAL,
    verdict: 'Chargeable',
  },
  packingApproved: {
    ticket: 'Plocksedlar skrivs ut i fel ordning',
    minutes: 20,
    description: 'Testat med lagret',
    kindOfWork: GENERAL,
    verdict: 'Chargeable',
  },
  // A support pack: the minimum of 30 min is drawn from it.
  stock: {
    ticket: 'Fråga om rapport för lagersaldo',
    minutes: 10,
    description: 'Rapporten per datum visad',
    kindOfWork: GENERAL,
    verdict: 'Chargeable',
  },
  // A new user is always charged separately, whatever the agreement: the minimum of 30 min.
  newUser: {
    ticket: 'Ny medarbetare behöver behörighet till inköp',
    minutes: 14,
    description: 'Användaren upplagd med behörighet',
    kindOfWork: TRAINING,
    verdict: 'Always separate',
  },
  // On demand; the second is split off, and so each is charged the minimum of 30 min.
  freight: {
    ticket: 'Inköpsorder P00012 saknar fraktvillkor på utskriften',
    minutes: 20,
    description: 'Fraktvillkoret lagt på utskriften',
    kindOfWork: GENERAL,
    verdict: 'Chargeable',
  },
  address: {
    ticket: 'Inköpsorder P00012 saknar fraktvillkor på utskriften',
    minutes: 15,
    description: 'Leveransadressen undersökt',
    kindOfWork: GENERAL,
    verdict: 'Chargeable',
  },
} as const satisfies Record<string, Work>;

/** What becomes a ticket of its own. */
export const PART = 'Leveransadressen saknas på inköpsordern';

/** What belongs to no ticket. */
export const MEETING = { time: '7:00-7:30', minutes: 30, description: 'Morgonmöte' };

/** Worked out by hand from the above, in minutes. */
export const SUMS = { worked: 352, charged: 299, included: 110, notCharged: 30, unapproved: 0, notYetSent: 0 };

interface CustomerSums {
  readonly worked: number;
  readonly charged: number;
  readonly included: number;
  readonly notCharged: number;
  readonly tickets: number;
  readonly lines: number;
}

/** The same by customer. */
export const SUMS_BY_CUSTOMER: Readonly<Record<string, CustomerSums>> = {
  'Fjällvind Sport AB': { worked: 18, charged: 18, included: 0, notCharged: 0, tickets: 1, lines: 1 },
  'Lilla Ugnen Bageri AB': { worked: 22, charged: 30, included: 0, notCharged: 0, tickets: 1, lines: 1 },
  'Norrskenets Cykel AB': { worked: 35, charged: 0, included: 35, notCharged: 0, tickets: 1, lines: 1 },
  'Gutarnas Ullspinneri AB': { worked: 12, charged: 30, included: 0, notCharged: 0, tickets: 1, lines: 1 },
  'Harbour Lamps Nordic AB': { worked: 25, charged: 0, included: 25, notCharged: 0, tickets: 1, lines: 1 },
  'Vätterns Båtvarv AB': { worked: 76, charged: 56, included: 20, notCharged: 0, tickets: 1, lines: 3 },
  'Sundet Medical Supplies AB': { worked: 30, charged: 0, included: 30, notCharged: 0, tickets: 1, lines: 1 },
  'Kolmårdens Trävaror AB': { worked: 80, charged: 105, included: 0, notCharged: 0, tickets: 3, lines: 4 },
  'Bergslagens Kafferosteri AB': { worked: 10, charged: 30, included: 0, notCharged: 0, tickets: 1, lines: 1 },
  'Österlens Glashytta AB': { worked: 14, charged: 30, included: 0, notCharged: 0, tickets: 1, lines: 1 },
  'Without a ticket, or unknown customer': {
    worked: 30,
    charged: 0,
    included: 0,
    notCharged: 30,
    tickets: 0,
    lines: 1,
  },
};

/** Minutes as the window writes them. */
export function minutesAsShown(minutes: number): RegExp {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return new RegExp(`^${rest}\\smin$`);
  return rest === 0 ? new RegExp(`^${hours}\\sh$`) : new RegExp(`^${hours}\\sh\\s${String(rest).padStart(2, '0')}$`);
}
