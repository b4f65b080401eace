import type { BuiltInTemplate } from './reply-template';

/** The templates that come with the app. They name no firm: who writes stands in the fields. */
export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [
  {
    // Source: 000, "Help us help you faster".
    id: 'missing-information',
    name: { sv: 'Be om uppgifter', en: 'Ask for missing information' },
    sv: `Hej {contact}!

Tack för ert ärende {ticket}, ”{title}”. För att kunna hjälpa er snabbt behöver vi veta lite mer:

- **Skärmdumpar** där webbadressen syns i webbläsarens adressfält
- **Vad det gäller i Odoo**: ordernummer, fakturanummer, produkt, användare eller liknande
- **Steg för steg**: vad gjorde ni, vad hände och vad hade ni väntat er?

Vi utgår från att ni vill ha svar med e-post. Säg gärna till om ni hellre vill att vi ringer.

Vänliga hälsningar
{consultant}
{partner}`,
    en: `Hello {contact},

Thank you for your ticket {ticket}, “{title}”. To be able to help you quickly we need to know a little more:

- **Screen dumps** with the URL visible in the browser’s address bar
- **What it is about in Odoo**: the number of the order or invoice, the product, the user or the like
- **Steps to reproduce the issue**: what did you do, what happened, and what did you expect?

We assume that you prefer to be answered by e-mail. Please tell us if you would rather be called.

Kind regards
{consultant}
{partner}`,
  },
  {
    // Source: 000, "Limitations on access-related issues".
    id: 'limited-access',
    name: { sv: 'Begränsad åtkomst', en: 'Limited access' },
    sv: `Hej {contact}!

Vi har tittat på ert ärende {ticket}, ”{title}”. Det ser ut att ha med åtkomst eller anslutning att göra, och där kommer vi inte själva åt alla delar:

- DNS
- ert lokala nätverk (LAN)
- inställningar på era datorer
- kringutrustning, till exempel skrivare och skannrar

Därför är det begränsat vad vi kan göra. Vi hjälper så gott vi kan till att hitta orsaken och visar vägen vidare, men åtgärden kan behöva göras av er egen IT-avdelning eller av en annan leverantör.

Det här har vi sett hittills: {iakttagelse}

Vänliga hälsningar
{consultant}
{partner}`,
    en: `Hello {contact},

We have looked at your ticket {ticket}, “{title}”. It seems to be about access or connection, and there are parts that we do not have direct access to:

- DNS
- your local area network (LAN)
- client settings
- peripheral hardware such as printers and scanners

Our ability to support such issues is therefore limited. We will do our best to help diagnose the problem and guide you, but resolution may require action from your internal IT team or other providers.

This is what we have seen so far: {observation}

Kind regards
{consultant}
{partner}`,
  },
  {
    // Source: 001, "discuss how much work may be required to resolve the issue".
    id: 'estimate',
    name: { sv: 'Uppskattning av mer tid', en: 'Estimate of more work' },
    sv: `Hej {contact}!

Hittills har vi arbetat {worked} med ert ärende {ticket}, ”{title}”. Godkänt är {limit} totalt, och vi bedömer att det behövs mer.

**Uppskattning:** {uppskattning} timmar totalt.

Det som återstår är {arbete}.

Får vi fortsätta? Svara gärna ja på det här meddelandet, eller berätta hur ni hellre vill göra. Uppskattningen är vår bedömning i dag och inget fast pris.

Vänliga hälsningar
{consultant}
{partner}`,
    en: `Hello {contact},

So far we have worked {worked} on your ticket {ticket}, “{title}”. Approved is {limit} in total, and we expect that more is needed.

**Estimate:** {estimate} hours in total.

What remains is {work}.

May we go on? Please answer this message with a yes, or tell us what you would prefer. The estimate is what we expect today and no fixed price.

Kind regards
{consultant}
{partner}`,
  },
  {
    // Source: 000, "Escalate an urgent issue".
    id: 'escalation',
    name: { sv: 'Bekräfta eskalering', en: 'Confirm an escalation' },
    sv: `Hej {contact}!

Vi bekräftar att ert ärende {ticket}, ”{title}”, är eskalerat med högsta prioritet. Arbetet har börjat och vi sätter in de resurser som behövs.

Observera att eskalerade ärenden kan medföra övertidsdebitering utan ytterligare avisering.

Nästa lägesrapport får ni {tidpunkt}.

Vänliga hälsningar
{consultant}
{partner}`,
    en: `Hello {contact},

We confirm that your ticket {ticket}, “{title}”, is priority escalated. Work has begun, with as many resources as required.

Please note that escalated issues may attract overtime charges without further notification.

You will hear from us next {time}.

Kind regards
{consultant}
{partner}`,
  },
  {
    // Source: 003, "Tickets will auto close if a response is not received back after Support replies and seven days have
    // passed": Odoo's own rule, which consultants follow with a question first.
    id: 'closing',
    name: { sv: 'Föreslå att stänga', en: 'Propose to close' },
    sv: `Hej {contact}!

Det har gått sju dagar sedan vi svarade i ärende {ticket}, ”{title}”, och vi har inte hört något från er. Vi hoppas att det betyder att allt fungerar.

Om vi inte hör av er stänger vi ärendet. Svara bara på det här meddelandet om något återstår, så fortsätter vi.

Vänliga hälsningar
{consultant}
{partner}`,
    en: `Hello {contact},

Seven days have passed since our answer on ticket {ticket}, “{title}”, and we have not heard from you. We hope that this means that everything works.

Unless we hear from you we will close the ticket. Just answer this message if anything is left, and we will go on.

Kind regards
{consultant}
{partner}`,
  },
  {
    // Source: 001, "Odoo standard code is supported by Odoo".
    id: 'passed-on',
    name: { sv: 'Skickat vidare till Odoo SA', en: 'Passed on to Odoo SA' },
    sv: `Hej {contact}!

Vi har undersökt ert ärende {ticket}, ”{title}”, och kommit fram till att felet finns i Odoos standardkod, som Odoo SA äger och ger support på. Vi har därför rapporterat det dit med en beskrivning av hur det återskapas.

**Referens hos Odoo SA:** {referens}

Ärenden hos Odoo SA hanteras med e-post och i den ordning de kommer in. Vi bevakar svaret och hör av oss när vi vet mer.

Vänliga hälsningar
{consultant}
{partner}`,
    en: `Hello {contact},

We have examined your ticket {ticket}, “{title}”, and found that the error is in Odoo’s standard code, which is owned and supported by Odoo SA. We have therefore reported it there, with a description of how to reproduce it.

**Reference at Odoo SA:** {reference}

Odoo SA handles tickets by e-mail and in the order in which they come in. We follow their answer and will tell you when we know more.

Kind regards
{consultant}
{partner}`,
  },
];
