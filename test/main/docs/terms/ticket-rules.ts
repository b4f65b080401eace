import { type Rule, rule } from './rule';

function timeCritical(name: string, tag: string): Rule {
  return rule(
    `Time-critical category *${name}*, read from the ticket’s tags`,
    'ticket/portal-mapping.ts',
    ['ticket/portal-mapping.test.ts', `the time-critical category of a ticket > is read from the tag ${tag}`],
    'Queue: class and reason of a ticket',
    [`'${tag}'`, "'Something else'"],
  );
}

function target(name: string, says: string, flip: readonly [string, string]): Rule {
  const test = ['sla/attainment.test.ts', `the targets of the terms > hold the ${name} as`] as const;
  return rule(says, 'sla/targets.ts', test, 'Ticket, Overview: target', flip);
}

const QUEUE = 'Queue: order, with its reason';
const QUEUE_ORDER = ['ticket/queue-order.ts', 'ticket/queue-order.test.ts'] as const;
/** Rules about a ticket before and beside the work on it: what it holds, where it stands, when it is due. */
export const TICKET_RULES = {
  // One issue
  'one-issue-per-ticket': rule(
    'A ticket that holds several issues is split: each part is a ticket of its own and links to the first',
    'ticket/ticket-link.ts',
    ['ticket/ticket-link.test.ts', 'the first ticket of a split > is the one that was not split from any other'],
    'Ticket, Overview: split',
    ['return first;', 'return ticketId;'],
  ),

  // Intake
  'intake-screen-dump': rule(
    'A ticket lacks a screen dump until a picture on it has a web address',
    'ticket/intake.ts',
    ['ticket/intake.test.ts', 'what a ticket holds > is a picture with its address'],
    'Ticket, Overview: what a good ticket holds',
    ['parseWebAddress(address) !== null),', 'parseWebAddress(address) === null),'],
  ),
  'intake-reference': rule(
    'A ticket lacks a reference until a number is recognised, a record name typed, or an address names a record',
    'ticket/intake.ts',
    ['ticket/intake.test.ts', 'what a ticket holds > is a reference in its words, typed, or in the address'],
    'Ticket, Overview: what a good ticket holds',
    ['reference: references.length > 0', 'reference: references.length >= 0'],
  ),
  'reference-numbers': rule(
    'Numbers of sales orders, invoices, vendor bills, purchase orders, deliveries and manufacturing orders are recognised',
    'ticket/references.ts',
    ['ticket/references.test.ts', 'a transaction reference > SO0042 is a'],
    'Ticket, Overview: references',
    ['SO\\d{3,10}|', ''],
  ),
  'intake-steps': rule(
    'A ticket lacks steps until what was done, what happened and what was expected are all filled in',
    'ticket/intake.ts',
    ['ticket/intake.test.ts', 'what a ticket holds > is all three answers'],
    'Ticket, Overview: what a good ticket holds',
    ['steps: missingAnswers.length === 0', 'steps: missingAnswers.length >= 0'],
  ),
  'intake-contact': rule(
    'E-mail is assumed unless the customer asks for another way',
    'ticket/intake.ts',
    ['ticket/intake.test.ts', 'what a ticket holds > is a way to answer'],
    'Ticket, Overview: what a good ticket holds',
    ["facts.contact.preferred ?? 'email'", "facts.contact.preferred ?? 'telephone'"],
  ),
  'intake-question': rule(
    'What is missing is asked for in a drafted message in the customer’s language',
    'ticket/intake-draft.ts',
    ['ticket/intake.test.ts', 'the question about what is missing > asks in Swedish for all of it'],
    'Ticket, Overview: what a good ticket holds',
    ['if (intake.missing.length === 0)', 'if (intake.missing.length > 0)'],
  ),
  'portal-line': rule(
    'Description and hours of every line go to the portal, where the customer reads them',
    'timesheet/plan-line-operation.ts',
    ['timesheet/plan-line-operation.test.ts', 'a line that the portal does not have > is created, once'],
    'Timesheet: description and state of a line',
    ["enqueueOnce('create-timesheet-line')", 'null'],
  ),
  'agreement-needed': rule(
    'A customer without agreement, or unknown, gets no verdict until somebody says what applies',
    'billing/coverage.ts',
    ['billing/coverage.test.ts', 'a customer without any agreement > gets no verdict'],
    'Ticket, head: No agreement known',
    ['agreements.length === 0 && !isForNobody', 'false'],
  ),

  // Queue and escalation
  'first-come': rule(
    'Tickets stand by registration, whoever the customer is: size is not among what the order depends on',
    QUEUE_ORDER[0],
    [QUEUE_ORDER[1], 'the queue > is first come, first served'],
    QUEUE,
    ["escalation.kind === 'none' ? registeredAt", "escalation.kind === 'none' ? -registeredAt"],
  ),
  'time-critical-first': rule(
    'Time-critical tickets stand before the rest',
    QUEUE_ORDER[0],
    [QUEUE_ORDER[1], 'the queue > puts accepted escalations before requested ones'],
    QUEUE,
    ["'time-critical', 'registration'", "'registration', 'time-critical'"],
  ),
  'critical-system-down': timeCritical('system-down', 'System down'),
  'critical-customer-order': timeCritical('customer-order', 'Kundorder'),
  'critical-webshop-payment': timeCritical('webshop-payment', 'Webshop'),
  'critical-not-portal-access': rule(
    'Access to the customer portal is not time-critical',
    'ticket/portal-mapping.ts',
    ['ticket/portal-mapping.test.ts', 'the time-critical category of a ticket > is none for the customer portal'],
    QUEUE,
    ["'Webshop',", "'Webshop', 'Portal access',"],
  ),
  'critical-outgoing-shipping': timeCritical('outgoing-shipping', 'Utleverans'),
  'critical-month-end-closing': timeCritical('month-end-closing', 'Closing'),
  'critical-point-of-sale': timeCritical('point-of-sale', 'Point of sale'),
  'critical-invoicing': timeCritical('invoicing', 'Invoicing'),
  'critical-production': timeCritical('production-availability', 'Production down'),
  'escalation-first': rule(
    'Accepted escalations stand first, those not yet decided next, both before all other tickets',
    QUEUE_ORDER[0],
    [QUEUE_ORDER[1], 'the queue > puts accepted escalations before requested ones'],
    QUEUE,
    ["'escalation-accepted', 'escalation-requested',", "'escalation-requested', 'escalation-accepted',"],
  ),
  'escalation-by-acceptance': rule(
    'Escalations stand by the time of their acceptance',
    QUEUE_ORDER[0],
    [QUEUE_ORDER[1], 'the queue > orders accepted escalations by their acceptance'],
    QUEUE,
    ['registeredAt : escalation.at', 'registeredAt : registeredAt'],
  ),
  'escalation-information': rule(
    'An escalation asks for user details and a screen dump with its address, whether or not a ticket is there',
    'ticket/escalation-draft.ts',
    ['ticket/escalation-draft.test.ts', 'an escalation > asks for "user details and screen dumps'],
    'Ticket, Overview: escalation',
    ["facts.callerName.trim() !== '' &&", 'true ||'],
  ),
  'escalation-confirmation': rule(
    'The drafted confirmation says that work begins only once the escalation is accepted',
    'ticket/escalation-draft.ts',
    ['ticket/escalation-draft.test.ts', 'the confirmation of an escalation > says before anybody has accepted it'],
    'Ticket, Overview: escalation',
    ['wording[matter.standing]', 'wording.accepted'],
  ),
  'escalation-overtime': rule(
    'Time outside service hours is proposed as overtime on an accepted escalation, elsewhere only offered',
    'billing/overtime.ts',
    ['billing/overtime.test.ts', 'whether overtime is charged > is proposed on an accepted escalation'],
    'Ticket, Time: overtime of a line',
    ["escalation === 'accepted' ? 'proposed' : 'offered'", "'offered'"],
  ),

  // Working time and targets
  'service-days': rule(
    'Service is open from Monday to Friday',
    'time/working-hours.ts',
    ['time/working-hours.test.ts', 'working time between two instants > leaves out the weekend'],
    'Ticket, Overview: target; Timesheet: overtime',
    ['day.weekday <= 5', 'day.weekday <= 6'],
  ),
  'public-holidays': rule(
    'Service is closed on public holidays in Sweden',
    'time/swedish-holidays.ts',
    ['time/swedish-holidays.test.ts', 'public holidays in Sweden > are in 2026 those of the almanac'],
    'Ticket, Overview: target; Timesheet: overtime',
    [': holidays.public)', ': holidays.eves)'],
  ),
  'service-hours': rule(
    'Service is open from 07:00 to 18:00 in Stockholm',
    'time/working-hours.ts',
    ['time/working-hours.test.ts', 'working time between two instants > counts service hours, 07:00 to 18:00'],
    'Ticket, Overview: target; Timesheet: overtime',
    ['18 * 60', '17 * 60'],
  ),
  'target-assignment': target(
    'assignment',
    'Work begins within 4 working hours of registration on 80 % of all tickets',
    ['workingHours: 4', 'workingHours: 5'],
  ),
  'target-assignment-at-latest': target(
    'assignment-at-latest',
    'Work begins within 2 working days of registration on all tickets',
    ['goalPercent: 100', 'goalPercent: 99'],
  ),
  'target-first-line': target(
    'first-line',
    'First line: 80 % resolved within 2 working days of the beginning of work',
    ["goalPercent: 80, line: 'first'", "goalPercent: 70, line: 'first'"],
  ),
  'target-second-line': target(
    'second-line',
    'Second line: 80 % resolved within 10 working days of the beginning of work',
    ["goalPercent: 80, line: 'second'", "goalPercent: 70, line: 'second'"],
  ),
  'target-all': target('all', '80 % of all tickets resolved within 10 working days of registration', [
    "all: { from: 'registered', to: 'resolved', within: { workingDays: 10 }",
    "all: { from: 'registered', to: 'resolved', within: { workingDays: 11 }",
  ]),
  'result-of-2025': rule(
    'Shown beside what was attained: a result of the past, and no goal',
    'sla/targets.ts',
    ['sla/attainment.test.ts', 'the targets of the terms > know the result of 2025'],
    'Reports: targets',
    ['percent: 70', 'percent: 80'],
  ),
  'no-guarantee': rule(
    'Drafted messages promise no time',
    'ticket/escalation-draft.ts',
    ['ticket/escalation-draft.test.ts', 'the confirmation of an escalation > promises no time'],
    'Ticket: drafted messages',
    ['We begin work immediately', 'We guarantee to begin work immediately'],
  ),
  'estimate-promises-nothing': rule(
    'The drafted estimate promises nothing',
    'billing/estimate-draft.ts',
    ['billing/estimate-draft.test.ts', 'the message that asks for more time > promises nothing'],
    'Ticket: ask the customer',
    ['Estimate: less than 10 hours in total', 'Guaranteed: less than 10 hours in total'],
  ),

  // Access
  'limited-access-areas': rule(
    'A ticket can be marked with limited access to DNS, LAN, client settings or peripherals',
    'ticket/limited-access.ts',
    ['ticket/limited-access.test.ts', 'the reply where we have no access > knows the four areas of the terms'],
    'Ticket, Coverage: no access',
    ["['dns', 'lan',", "['dns',"],
  ),
  'limited-access-reply': rule(
    'The drafted reply says so and asks the customer’s IT',
    'ticket/limited-access.ts',
    ['ticket/limited-access.test.ts', 'the reply where we have no access > says to what, and asks the customer’s IT'],
    'Ticket, Coverage: no access',
    ['    wording.help,\n', ''],
  ),
} as const satisfies Record<string, Rule>;
