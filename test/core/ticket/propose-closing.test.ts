import {
  type Conversation,
  closingProposedFrom,
  DEFAULT_UNANSWERED_DAYS,
  isClosingProposed,
} from '@core/ticket/propose-closing';
import { describe, expect, it } from 'vitest';
import { stockholm } from '../builders';

const ANSWERED: Conversation = {
  state: 'waiting-for-customer',
  lastOwnAnswerAt: stockholm('2026-10-20 23:30'),
  lastCustomerMessageAt: stockholm('2026-10-20 08:00'),
};

describe('a ticket that we answered', () => {
  it('is proposed for closing when "seven days have passed", also over a change of clocks', () => {
    expect(DEFAULT_UNANSWERED_DAYS).toBe(7);
    expect(closingProposedFrom(ANSWERED)).toBe('2026-10-27');
    expect(isClosingProposed(ANSWERED, '2026-10-26')).toBe(false);
    expect(isClosingProposed(ANSWERED, '2026-10-27')).toBe(true);
    expect(isClosingProposed(ANSWERED, '2026-12-01')).toBe(true);
  });

  it('is proposed after as many days as are set', () => {
    expect(isClosingProposed(ANSWERED, '2026-10-27', 14)).toBe(false);
    expect(isClosingProposed(ANSWERED, '2026-11-03', 14)).toBe(true);
  });

  it('is not when the customer had the last word, or nobody has answered, or it is solved', () => {
    const answered = stockholm('2026-10-21 08:00');
    expect(closingProposedFrom({ ...ANSWERED, lastCustomerMessageAt: answered })).toBeNull();
    expect(closingProposedFrom({ ...ANSWERED, lastOwnAnswerAt: null })).toBeNull();
    expect(closingProposedFrom({ ...ANSWERED, state: 'solved' })).toBeNull();
  });

  it('is too when nobody has set it to waiting', () => {
    expect(isClosingProposed({ ...ANSWERED, state: 'working' }, '2026-10-27')).toBe(true);
  });
});
