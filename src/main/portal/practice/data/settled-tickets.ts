import { type TicketSeed, WORKING_DAY } from './ticket-seed';

/** Tickets that wait for the customer, and solved ones. */
export const SETTLED_TICKETS: readonly TicketSeed[] = [
  {
    title: 'Packing slip is printed in the office',
    customer: 'lamps',
    stage: 'Väntar på kund',
    tags: ['Shipping'],
    ago: 6 * WORKING_DAY + 300,
    html: '<p>The packing slip of WH/OUT/00012 comes out in the office instead of the warehouse.</p>',
    messages: [
      { ago: 6 * WORKING_DAY + 100, from: 'maja', html: '<p>Hello Sara, which printer does the warehouse use?</p>' },
    ],
    lines: [{ ago: 6 * WORKING_DAY + 110, by: 'maja', minutes: 15, text: 'Checked report and printer settings' }],
  },
  {
    title: 'Påminnelser går ut till betalda fakturor',
    customer: 'sports',
    stage: 'Väntar på kund',
    ago: 8 * WORKING_DAY,
    html: '<p>Tre kunder har fått påminnelse på fakturor som är betalda, bland annat INV/2026/00317.</p>',
    messages: [
      {
        ago: 7 * WORKING_DAY + 200,
        from: 'maja',
        html: '<p>Hej Anders! Kan du skicka en skärmbild med adressfältet synligt på en av fakturorna?</p>',
      },
    ],
    lines: [{ ago: 7 * WORKING_DAY + 220, by: 'maja', minutes: 35, text: 'Genomgång av påminnelsekörning' }],
  },
  {
    title: 'Periodiseringar saknas i oktober',
    customer: 'bikes',
    stage: 'Väntar på kund',
    tags: ['Closing'],
    ago: 9 * WORKING_DAY + 50,
    html: '<p>Hyran är inte periodiserad i oktober. I september fungerade det.</p>',
    messages: [
      { ago: 8 * WORKING_DAY + 400, from: 'elin', html: '<p>Hej Elin! Vilket konto använder ni för hyran?</p>' },
    ],
  },
  {
    title: 'Nytt lösenord till kassan',
    customer: 'bakery',
    stage: 'Löst',
    tags: ['Point of sale'],
    ago: 11 * WORKING_DAY,
    html: '<p>Vår nya kassör kommer inte in i kassan.</p>',
    messages: [
      {
        ago: 10 * WORKING_DAY + 580,
        from: 'maja',
        html: '<p>Nu är det återställt och provat. Hör av dig om det krånglar.</p>',
      },
    ],
    lines: [{ ago: 10 * WORKING_DAY + 590, by: 'maja', minutes: 20, text: 'Återställt lösenord och provat i kassan' }],
  },
  {
    title: 'Kontoplanen visar dubbla konton',
    customer: 'glass',
    stage: 'Löst',
    ago: 12 * WORKING_DAY + 330,
    html: '<p>Konto 1930 finns två gånger efter importen.</p>',
    lines: [
      { ago: 11 * WORKING_DAY + 300, by: 'maja', minutes: 65, text: 'Slagit ihop konton och kontrollerat saldon' },
    ],
  },
  {
    title: 'Signature missing in outgoing e-mail',
    customer: 'medical',
    stage: 'Löst',
    ago: 13 * WORKING_DAY + 90,
    html: '<p>Mail from sales orders is sent without our signature.</p>',
    lines: [{ ago: 12 * WORKING_DAY + 200, by: 'elin', minutes: 40, text: 'Corrected the mail template' }],
  },
];
