import { type TicketSeed, WORKING_DAY } from './ticket-seed';

/** Tickets that are taken in the order they came. */
export const ORDINARY_TICKETS: readonly TicketSeed[] = [
  {
    title: 'Fråga om rapport för lagersaldo',
    customer: 'coffee',
    stage: 'Ny',
    ago: WORKING_DAY + 70,
    html: '<p>Hur får vi ut lagersaldot per den sista i månaden? Revisorn vill ha det per produkt.</p>',
  },
  {
    title: 'Ny medarbetare behöver behörighet till inköp',
    customer: 'glass',
    stage: 'Ny',
    ago: WORKING_DAY + 260,
    html: '<p>Ida börjar på måndag och ska kunna lägga inköpsorder men inte godkänna dem.</p>',
    messages: [
      { ago: WORKING_DAY + 200, from: 'customer', html: '<p>Användarnamnet är ida@osterlensglas.example.</p>' },
    ],
  },
  {
    title: 'Price list is not applied to web orders',
    customer: 'lamps',
    stage: 'Pågår',
    ago: 2 * WORKING_DAY + 330,
    html: '<p>Resellers see the public price in S00731. The price list is called “Reseller 2026”.</p><p>https://harbourlamps.example/odoo/sales/731</p>',
    messages: [
      {
        ago: 2 * WORKING_DAY + 60,
        from: 'maja',
        html: '<p>Hello Sara, I can see it too and will look into the rules.</p>',
      },
    ],
    lines: [{ ago: 2 * WORKING_DAY + 80, by: 'maja', minutes: 22, text: 'Reproduced with a reseller account' }],
  },
  {
    title: 'Tillverkningsorder WH/MO/00055 går inte att klarmarkera',
    customer: 'bikes',
    stage: 'Ny',
    ago: 3 * WORKING_DAY + 40,
    html: '<p>Det står att komponenten «Nav bak 32H» saknas, men den finns i lager. Vi väntade oss att ordern blev klar.</p>',
  },
  {
    title: 'Garnnystan säljs i fel enhet',
    customer: 'wool',
    stage: 'Pågår',
    ago: 5 * WORKING_DAY,
    html: '<p>Garnet säljs per nystan men lagret räknar i kilo. Leverans WH/OUT/00012 drog 40 kg i stället för 40 nystan.</p>',
    messages: [
      {
        ago: 4 * WORKING_DAY,
        from: 'oskar',
        html: '<p>Hej Brita! Enheten är fel på produkten. Vi rättar och går igenom lagret.</p>',
      },
      {
        ago: WORKING_DAY + 30,
        from: 'oskar',
        isNote: true,
        html: '<p>Vi är över fyra timmar. Kunden måste godkänna innan vi gör mer.</p>',
      },
    ],
    lines: [
      { ago: 4 * WORKING_DAY + 60, by: 'oskar', minutes: 120, text: 'Genomgång av enheter och lagertransaktioner' },
      { ago: 3 * WORKING_DAY, by: 'oskar', minutes: 75, text: 'Rättning av enhet och inventering' },
      { ago: WORKING_DAY + 60, by: 'maja', minutes: 60, text: 'Kontroll av lagervärde efter rättning' },
    ],
    alsoAssigned: ['oskar'],
  },
  {
    title: 'Leverantörsfaktura BILL/2026/00081 bokas på fel konto',
    customer: 'boats',
    stage: 'Ny',
    ago: 2 * WORKING_DAY + 15,
    html: '<p>Fakturor från samma leverantör har alltid gått på 4010. Nu hamnar de på 5410.</p>',
  },
  {
    title: 'Calendar invitations arrive one hour early',
    customer: 'medical',
    stage: 'Ny',
    ago: 4 * WORKING_DAY + 500,
    html: '<p>Since the change to winter time, meetings planned in Odoo show up one hour early in Outlook.</p>',
    lines: [
      { ago: 3 * WORKING_DAY + 100, by: 'elin', minutes: 50, text: 'Compared time zones of users and calendars' },
    ],
  },
  {
    title: 'Inköpsorder P00012 saknar fraktvillkor på utskriften',
    customer: 'timber',
    stage: 'Ny',
    ago: 6 * WORKING_DAY + 90,
    html: '<p>Fraktvillkoret syns på skärmen men inte på den utskrivna inköpsordern.</p><p>https://kolmardenstra.example/odoo/purchase/12</p>',
  },
  {
    title: 'Etiketter med streckkod i mindre format',
    customer: 'toys',
    stage: 'Ny',
    ago: 7 * WORKING_DAY + 210,
    html: '<p>Går det att skriva ut etiketterna på 30 × 20 mm? De nuvarande täcker hela asken.</p>',
  },
];
