import { PAYMENT_FILES } from './files';
import { type TicketSeed, WORKING_DAY } from './ticket-seed';

/** Escalations, and one ticket of every category that goes before the rest. */
export const URGENT_TICKETS: readonly TicketSeed[] = [
  {
    title: 'Kassan i butiken startar inte',
    customer: 'bakery',
    stage: 'Pågår',
    tags: ['Priority escalated', 'Point of sale'],
    ago: 95,
    html: '<p>Kassan stannar på «Laddar» sedan klockan åtta. Vi har kö ut på gatan och kan bara ta kontanter.</p><p>Adress: https://lillaugnen.example/odoo/point-of-sale/3</p>',
    messages: [
      {
        ago: 80,
        from: 'customer',
        html: '<p>Jag ringde nyss och bad om att detta går före. Användare: amira@lillaugnen.example. Det är likadant på båda plattorna.</p>',
      },
      { ago: 72, from: 'oskar', isNote: true, html: '<p>Eskaleringen är godkänd. Maja tar den.</p>' },
    ],
  },
  {
    title: 'Webbutiken tar inte emot kortbetalning',
    customer: 'sports',
    stage: 'Pågår',
    tags: ['Priority escalated', 'Webshop'],
    ago: 310,
    html: '<p>Kunderna skickas tillbaka till kassan utan kvittens efter kortbetalning. Senaste lyckade order: S00417.</p><p>https://fjallvindsport.example/shop/payment</p>',
    messages: [
      {
        ago: 290,
        from: 'customer',
        html: '<p>Elva kunder hittills. Betalningarna syns hos banken men inte i Odoo.</p>',
        files: PAYMENT_FILES,
      },
      { ago: 240, from: 'maja', html: '<p>Hej Anders! Jag ser felet i loggen och felsöker nu.</p>' },
    ],
    lines: [{ ago: 250, by: 'maja', minutes: 45, text: 'Genomgång av betalningslogg och webhook' }],
  },
  {
    title: 'Ingen kommer in i systemet',
    customer: 'coffee',
    stage: 'Ny',
    tags: ['Escalation requested', 'System down'],
    ago: 35,
    html: '<p>Sidan laddar och laddar för alla på kontoret sedan en halvtimme. Rosteriet står stilla.</p>',
    messages: [
      {
        ago: 20,
        from: 'customer',
        html: '<p>Vi behöver hjälp direkt. Jag har ringt och lämnat ärendet till växeln. Skärmbild kommer.</p>',
      },
    ],
  },
  {
    title: 'Cannot print shipping labels for WH/OUT/00318',
    customer: 'medical',
    stage: 'Ny',
    tags: ['Escalation requested', 'Shipping'],
    ago: 140,
    html: '<p>The carrier label comes back empty. The truck leaves at 15:00 and carries medicines.</p><p>https://sundetmedical.example/odoo/inventory/318</p>',
  },
  {
    title: 'Order kan inte bekräftas',
    customer: 'bikes',
    stage: 'Ny',
    tags: ['Order'],
    ago: 175,
    html: '<p>När vi trycker på <b>Bekräfta</b> på S00042 händer ingenting. Det började i morse.</p><p>https://norrskenetscykel.example/odoo/sales/42</p>',
    messages: [{ ago: 150, from: 'customer', html: '<p>Det gäller bara order med presentkort, upptäckte vi nu.</p>' }],
  },
  {
    title: 'Produktionsmiljön är borta efter omstart',
    customer: 'wool',
    stage: 'Ny',
    tags: ['Production down'],
    ago: 60,
    html: '<p>Efter nattens omstart svarar produktionsmiljön med «502». Testmiljön fungerar.</p>',
  },
  {
    title: 'Plocksedlar skrivs ut i fel ordning',
    customer: 'timber',
    stage: 'Pågår',
    tags: ['Shipping'],
    ago: 2 * WORKING_DAY,
    html: '<p>Plocksedlarna för WH/OUT/00127 till WH/OUT/00140 kommer i fel ordning, så lastbilen lastas baklänges.</p>',
    messages: [
      {
        ago: WORKING_DAY + 400,
        from: 'oskar',
        html: '<p>Vi har hittat sorteringen och provar i en kopia av databasen.</p>',
      },
      {
        ago: 90,
        from: 'oskar',
        isNote: true,
        html: '<p>3 h 40 min nedlagda. Ring Mikael innan fyratimmarsgränsen passeras.</p>',
      },
    ],
    lines: [
      { ago: WORKING_DAY + 420, by: 'oskar', minutes: 130, text: 'Felsökning av sortering på plocksedlar' },
      { ago: 100, by: 'oskar', minutes: 90, text: 'Rättning och test i kopia av databasen' },
    ],
    alsoAssigned: ['oskar'],
  },
  {
    title: 'Momsrapporten stämmer inte med huvudboken',
    customer: 'glass',
    stage: 'Ny',
    tags: ['Closing'],
    ago: 430,
    html: '<p>Skillnaden är 1 250 kr för oktober. Momsen ska lämnas in på torsdag.</p><p>https://osterlensglas.example/odoo/accounting/reports/12</p>',
  },
  {
    title: 'Moms saknas på faktura INV/2026/00042',
    customer: 'boats',
    stage: 'Pågår',
    tags: ['Invoicing'],
    ago: 3 * WORKING_DAY + 120,
    html: '<p>Fakturan till kunden i Norge saknar momsrad. Vi väntade oss 25 %.</p><p>https://vatternsbatvarv.example/odoo/accounting/42</p>',
    messages: [
      { ago: 3 * WORKING_DAY, from: 'elin', html: '<p>Hej Lars! Vi går igenom skatteregeln och återkommer i dag.</p>' },
      { ago: 500, from: 'customer', html: '<p>Nu är det samma sak på INV/2026/00044.</p>' },
    ],
    lines: [
      { ago: 3 * WORKING_DAY - 60, by: 'elin', minutes: 80, text: 'Felsökning av skatteregel för export' },
      { ago: WORKING_DAY + 200, by: 'oskar', minutes: 90, text: 'Test av skatteregel i kopia av databasen' },
    ],
    alsoAssigned: ['oskar', 'elin'],
  },
  {
    title: 'Kvittoskrivaren i kassan skriver dubbelt',
    customer: 'bakery',
    stage: 'Ny',
    tags: ['Point of sale'],
    ago: 520,
    html: '<p>Varje kvitto kommer två gånger sedan uppdateringen i fredags. Kunderna undrar om de betalat två gånger.</p>',
  },
  {
    title: 'Beställningar från grossisten kommer inte in',
    customer: 'toys',
    stage: 'Ny',
    tags: ['Order'],
    ago: 610,
    html: '<p>Kundorder som mejlas in blir inte offerter längre. Den sista som kom var S00988.</p>',
  },
];
