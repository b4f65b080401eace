import { describe, expect, it } from 'vitest';
import { parsePath, pathOfTicket } from '../../src/renderer/src/app/location';

describe('places in the window', () => {
  it('are read from the path', () => {
    expect(parsePath('/')).toEqual({ view: 'queue', ticketId: null });
    expect(parsePath('/sync')).toEqual({ view: 'sync' });
    expect(parsePath('/settings')).toEqual({ view: 'settings' });
    expect(parsePath('/capture/7')).toEqual({ view: 'capture', screenshotId: '7' });
  });

  it('lead back to the same ticket', () => {
    expect(parsePath(pathOfTicket('4'))).toEqual({ view: 'queue', ticketId: '4' });
    expect(parsePath(pathOfTicket(null))).toEqual({ view: 'queue', ticketId: null });
  });

  it('fall back to the queue', () => {
    expect(parsePath('/nowhere')).toEqual({ view: 'queue', ticketId: null });
    expect(parsePath('/capture')).toEqual({ view: 'queue', ticketId: null });
  });
});
