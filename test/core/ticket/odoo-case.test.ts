import {
  ODOO_CLOSES_AFTER_DAYS,
  ODOO_CLOSING_WARNED_AFTER_DAYS,
  type OdooCase,
  odooCaseSchema,
  standingOfOdooCase,
} from '@core/ticket/odoo-case';
import { describe, expect, it } from 'vitest';

const REPLIED: OdooCase = { reference: '4123456', state: 'odoo-replied', lastReplyOn: '2026-11-20' };

describe('a case at Odoo SA that they have replied to', () => {
  it('"will auto close if a response is not received back after Support replies and seven days have passed"', () => {
    expect(ODOO_CLOSES_AFTER_DAYS).toBe(7);
    expect(standingOfOdooCase(REPLIED, '2026-11-26')).toMatchObject({ closesOn: '2026-11-27', daysLeft: 1 });
    expect(standingOfOdooCase(REPLIED, '2026-11-27')).toEqual({ kind: 'closed-unanswered', closedOn: '2026-11-27' });
    expect(standingOfOdooCase(REPLIED, '2026-12-24')).toEqual({ kind: 'closed-unanswered', closedOn: '2026-11-27' });
  });

  it('is warned about on the fifth day, two days before', () => {
    expect(ODOO_CLOSING_WARNED_AFTER_DAYS).toBe(5);
    expect(standingOfOdooCase(REPLIED, '2026-11-20')).toEqual({
      kind: 'answer-expected',
      closesOn: '2026-11-27',
      daysLeft: 7,
    });
    expect(standingOfOdooCase(REPLIED, '2026-11-24').kind).toBe('answer-expected');
    expect(standingOfOdooCase(REPLIED, '2026-11-25')).toEqual({
      kind: 'closing-soon',
      closesOn: '2026-11-27',
      daysLeft: 2,
    });
  });
});

describe('another case at Odoo SA', () => {
  it('waits for them or is closed', () => {
    expect(standingOfOdooCase({ ...REPLIED, state: 'waiting-for-odoo' }, '2026-12-24').kind).toBe('waiting-for-odoo');
    expect(standingOfOdooCase({ ...REPLIED, lastReplyOn: null }, '2026-12-24').kind).toBe('waiting-for-odoo');
    expect(standingOfOdooCase({ ...REPLIED, state: 'closed' }, '2026-11-25').kind).toBe('closed');
  });

  it('has a number and dates', () => {
    expect(odooCaseSchema.safeParse(REPLIED).success).toBe(true);
    expect(odooCaseSchema.safeParse({ ...REPLIED, reference: ' ' }).success).toBe(false);
    expect(odooCaseSchema.safeParse({ ...REPLIED, lastReplyOn: '2026-13-01' }).success).toBe(false);
  });
});
