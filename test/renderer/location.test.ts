import { describe, expect, it } from 'vitest';
import { parsePath, pathOfTicket, pathOfTimesheet } from '../../src/renderer/src/app/location';

describe('places in the window', () => {
  it('are read from the path', () => {
    expect(parsePath('/')).toEqual({ view: 'queue', ticketId: null });
    expect(parsePath('/timesheet')).toEqual({ view: 'timesheet', date: null });
    expect(parsePath('/timesheet/2026-11-25')).toEqual({ view: 'timesheet', date: '2026-11-25' });
    expect(parsePath('/reports')).toEqual({ view: 'reports' });
    expect(parsePath('/sync')).toEqual({ view: 'sync' });
    expect(parsePath('/settings')).toEqual({ view: 'settings' });
    expect(parsePath('/capture/7')).toEqual({ view: 'capture', screenshotId: '7' });
  });

  it('lead back to the same ticket', () => {
    expect(parsePath(pathOfTicket('4'))).toEqual({ view: 'queue', ticketId: '4' });
    expect(parsePath(pathOfTicket(null))).toEqual({ view: 'queue', ticketId: null });
  });

  it('lead back to the same day of the timesheet, and to today where the day is none', () => {
    expect(parsePath(pathOfTimesheet('2024-02-29'))).toEqual({ view: 'timesheet', date: '2024-02-29' });
    expect(parsePath(pathOfTimesheet(null))).toEqual({ view: 'timesheet', date: null });
    for (const text of ['2026-02-29', '2026-11', '2026-13-01', 'soon', '2026-11-25x']) {
      expect(parsePath(`/timesheet/${text}`)).toEqual({ view: 'timesheet', date: null });
    }
  });

  it('fall back to the queue', () => {
    expect(parsePath('/nowhere')).toEqual({ view: 'queue', ticketId: null });
    expect(parsePath('/capture')).toEqual({ view: 'queue', ticketId: null });
  });
});
