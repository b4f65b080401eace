import { agreementsOf, escalationKindOf, ticketStateOf, timeCriticalCategoryOf } from '@core/ticket/portal-mapping';
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

describe('the state of a ticket', () => {
  const state = ({ stageName = 'Pågår' as string | null, isFolded = false, isEnded = false }) =>
    ticketStateOf({ stageName, isFolded, isEnded });

  it('is solved when the task is done or cancelled, in whatever stage', () => {
    expect(state({ isEnded: true })).toBe('solved');
    expect(state({ isEnded: true, stageName: 'Väntar på kund' })).toBe('solved');
  });

  it('is waiting in a stage whose name says so', () => {
    for (const stageName of ['Väntar på kund', 'Inväntar svar', 'Waiting for customer', 'Awaiting reply']) {
      expect(state({ stageName })).toBe('waiting-for-customer');
    }
  });

  it('is solved in a folded stage, unless that one waits', () => {
    expect(state({ stageName: 'Löst', isFolded: true })).toBe('solved');
    expect(state({ stageName: 'Waiting', isFolded: true })).toBe('waiting-for-customer');
  });

  it('is working everywhere else', () => {
    expect(state({})).toBe('working');
    expect(state({ stageName: null })).toBe('working');
  });
});
