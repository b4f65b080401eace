import { type TicketId, ticketIdSchema, timesheetLineIdSchema } from '@core/ids';
import type { LineContent } from '@core/timesheet/line-content';
import { planMoveBack, whyLineStays } from '@core/timesheet/line-stays';
import { describe, expect, it } from 'vitest';

const FREE = { isLocked: false, isBeingSent: false, isAtOdds: false, isGone: false };
const LINE = timesheetLineIdSchema.parse('01a00000-0000-7000-8000-000000000001');
const HERE = ticketIdSchema.parse('01a00000-0000-7000-8000-000000000002');
const THERE = ticketIdSchema.parse('01a00000-0000-7000-8000-000000000003');

const on = (ticketId: TicketId, description = 'Samtal'): LineContent => ({
  target: { kind: 'ticket', ticketId },
  date: '2026-11-23',
  intervals: [],
  workedSeconds: 1800,
  description,
  kindOfWork: 'general-user-support',
  override: null,
  overtimeDecision: null,
});

describe('a line of mine', () => {
  it('goes along, unless nobody knows what the portal holds of it or lets be done with it', () => {
    expect(whyLineStays(FREE)).toBeNull();
    expect(whyLineStays({ ...FREE, isLocked: true, isBeingSent: true })).toBe('locked');
    expect(whyLineStays({ ...FREE, isBeingSent: true })).toBe('being-sent');
    expect(whyLineStays({ ...FREE, isAtOdds: true, isGone: true })).toBe('at-odds');
    expect(whyLineStays({ ...FREE, isGone: true })).toBe('gone');
  });

  it('goes back to where it was', () => {
    const moved = { lineId: LINE, before: on(HERE), after: on(THERE) };
    expect(planMoveBack([moved], () => on(THERE))).toEqual({
      ok: true,
      value: [{ lineId: LINE, before: on(THERE), after: on(HERE) }],
    });
  });

  it('is left alone where it is back already, and keeps what was changed since', () => {
    const moved = { lineId: LINE, before: on(HERE), after: on(THERE) };
    expect(planMoveBack([moved], () => on(HERE))).toEqual({ ok: true, value: [] });
    expect(planMoveBack([moved], () => on(THERE, 'Något annat')).ok).toBe(false);
    expect(planMoveBack([moved], () => null).ok).toBe(false);
  });
});
