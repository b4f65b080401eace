import {
  agreementsOf,
  escalationKindOf,
  stageMeaningOf,
  stateOfMeaning,
  timeCriticalCategoryOf,
} from '@core/ticket/portal-mapping';
import { ticketStateSchema } from '@core/ticket/ticket';
import type { TicketResolution } from '@core/ticket/ticket-fields';
import type { StageMeaning } from '@core/ticket/ticket-status';
import { describe, expect, it } from 'vitest';

describe('the agreements of a customer', () => {
  it.each([
    ['On demand', 'on-demand'],
    ['Löpande', 'on-demand'],
    ['Support pack 25 h', 'support-pack'],
    ['Klippkort 25 h', 'support-pack'],
    ['klippkort 100h', 'support-pack'],
    ['Patch agreement', 'patch'],
    ['Patchavtal', 'patch'],
    ['Maintenance and support', 'maintenance-and-support'],
    ['Underhåll och support', 'maintenance-and-support'],
    ['MAINTENANCE & SUPPORT', 'maintenance-and-support'],
  ])('are read from the tag %s', (tag, agreement) => {
    expect(agreementsOf([tag])).toEqual([agreement]);
  });

  it('are listed once each, and other tags are passed over', () => {
    expect(agreementsOf(['Patchavtal', 'VIP', 'Patch agreement', 'On demand', ''])).toEqual(['on-demand', 'patch']);
    expect(agreementsOf([])).toEqual([]);
  });

  it('are found however the letters of å and ö are put together', () => {
    expect(agreementsOf(['Underhåll och support'.normalize('NFD')])).toEqual(['maintenance-and-support']);
  });
});

describe('the time-critical category of a ticket', () => {
  it.each([
    ['System down', 'system-down'],
    ['Systemet nere', 'system-down'],
    ['Order', 'customer-order'],
    ['Kundorder', 'customer-order'],
    ['Webshop', 'webshop-payment'],
    ['Webbshop', 'webshop-payment'],
    ['Shipping', 'outgoing-shipping'],
    ['Frakt', 'outgoing-shipping'],
    ['Utleverans', 'outgoing-shipping'],
    ['Closing', 'month-end-closing'],
    ['Bokslut', 'month-end-closing'],
    ['Månadsbokslut', 'month-end-closing'],
    ['Point of sale', 'point-of-sale'],
    ['Kassa', 'point-of-sale'],
    ['Invoicing', 'invoicing'],
    ['fakturering', 'invoicing'],
    ['Production down', 'production-availability'],
    ['Produktion otillgänglig', 'production-availability'],
  ])('is read from the tag %s', (tag, category) => {
    expect(timeCriticalCategoryOf([tag])).toBe(category);
  });

  it('is the first of several in the order of the terms', () => {
    expect(timeCriticalCategoryOf(['Invoicing', 'System down'])).toBe('system-down');
  });

  it('is none for the customer portal: "exception: portal access", and for test systems', () => {
    for (const tag of ['Portal', 'Portal access', 'Webshop portal', 'Test system down', 'Test down']) {
      expect([tag, timeCriticalCategoryOf([tag])]).toEqual([tag, null]);
    }
  });

  it('is none without such a tag, and a tag that only holds the word is not one', () => {
    expect(timeCriticalCategoryOf(['Order confirmation layout', 'Question'])).toBeNull();
  });
});

describe('the escalation of a ticket', () => {
  it.each([
    [['Priority escalated'], 'accepted'],
    [['Eskalerad'], 'accepted'],
    [['Escalation requested'], 'requested'],
    [['Eskalering begärd'], 'requested'],
    [['Escalation requested', 'Priority escalated'], 'accepted'],
    [['Escalated?!'], 'none'],
    [[], 'none'],
  ])('is read from the tags %j', (tags, kind) => {
    expect(escalationKindOf(tags)).toBe(kind);
  });
});

describe('what the stage of a ticket means', () => {
  const meaning = ({
    stageName = 'Pågår' as string | null,
    isFolded = false,
    resolution = 'open' as TicketResolution,
    mapped = null as StageMeaning | null,
  }) => stageMeaningOf({ stageName, isFolded, resolution, mapped });

  it('is solved when the task is done, in whatever stage that does not close it', () => {
    expect(meaning({ resolution: 'done' })).toBe('solved');
    expect(meaning({ resolution: 'done', stageName: 'Väntar på kund' })).toBe('solved');
    expect(meaning({ resolution: 'done', stageName: 'Avslutat' })).toBe('closed');
  });

  it('is closed when the task is cancelled, in whatever stage', () => {
    expect(meaning({ resolution: 'canceled' })).toBe('closed');
    expect(meaning({ resolution: 'canceled', mapped: 'working' })).toBe('closed');
  });

  it('is closed in a stage that is called so, whether folded or not', () => {
    for (const stageName of ['Closed', 'Stängd', 'STÄNGT', 'Avslutad', 'Cancelled', 'Avbruten']) {
      expect(meaning({ stageName })).toBe('closed');
      expect(meaning({ stageName, isFolded: true })).toBe('closed');
    }
    expect(meaning({ stageName: 'Not closed yet' })).toBe('working');
  });

  it('is waiting in a stage whose name says so', () => {
    for (const stageName of ['Väntar på kund', 'Inväntar svar', 'Waiting for customer', 'Awaiting reply']) {
      expect(meaning({ stageName })).toBe('waiting-for-customer');
    }
  });

  it('is solved in a folded stage, unless that one waits', () => {
    expect(meaning({ stageName: 'Löst', isFolded: true })).toBe('solved');
    expect(meaning({ stageName: 'Waiting', isFolded: true })).toBe('waiting-for-customer');
  });

  it('is working everywhere else', () => {
    expect(meaning({})).toBe('working');
    expect(meaning({ stageName: null })).toBe('working');
  });

  it('is what a person said it means, whatever it is called', () => {
    expect(meaning({ stageName: 'Löst', isFolded: true, mapped: 'waiting-for-customer' })).toBe('waiting-for-customer');
    expect(meaning({ stageName: 'Arkiv', mapped: 'closed' })).toBe('closed');
  });

  it('leaves what is closed where what is solved is in the queue', () => {
    expect(stateOfMeaning('closed')).toBe('solved');
    for (const state of ticketStateSchema.options) expect(stateOfMeaning(state)).toBe(state);
  });
});
